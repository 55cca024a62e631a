# The gateway and the web-app: one build for both, one image each (targets `gateway` and `web-app`).
ARG JDK_IMAGE
ARG JRE_IMAGE

FROM ${JDK_IMAGE} AS build
WORKDIR /src
COPY . .
# The goals by name rather than `package`: an image needs neither the tests nor what they depend on.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -B -ntp -pl gateway,web-app resources:resources compiler:compile jar:jar spring-boot:repackage@repackage
RUN for module in gateway web-app; do \
      java -Djarmode=tools -jar $module/target/$module.jar extract --layers --destination /layers/$module; \
    done

FROM ${JRE_IMAGE} AS runtime
RUN groupadd --gid 10001 foobar && useradd --uid 10001 --gid 10001 --no-create-home foobar
WORKDIR /app
ENV JAVA_OPTIONS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=55 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"

# From what changes least to what changes most. Then one start and stop of the application fills the AOT cache
# (JEP 483, 514 and 515), which later starts read classes and profiles from.
FROM runtime AS gateway
COPY --from=build /layers/gateway/dependencies/ /layers/gateway/spring-boot-loader/ /layers/gateway/snapshot-dependencies/ ./
COPY --from=build /layers/gateway/application/ ./
RUN FOOBAR_INSTANCE=training java $JAVA_OPTIONS -XX:AOTCacheOutput=gateway.aot -Dspring.context.exit=onRefresh \
      -Dspring.profiles.active=training -jar gateway.jar && test -s gateway.aot
USER 10001:10001
EXPOSE 80 443 8090
ENTRYPOINT ["/bin/sh", "-c", "exec java $JAVA_OPTIONS -XX:AOTCache=gateway.aot -jar gateway.jar"]

FROM runtime AS web-app
COPY --from=build /layers/web-app/dependencies/ /layers/web-app/spring-boot-loader/ /layers/web-app/snapshot-dependencies/ ./
COPY --from=build /layers/web-app/application/ ./
RUN FOOBAR_INSTANCE=training java $JAVA_OPTIONS -XX:AOTCacheOutput=web-app.aot -Dspring.context.exit=onRefresh \
      -jar web-app.jar && test -s web-app.aot
USER 10001:10001
EXPOSE 8080 8090
ENTRYPOINT ["/bin/sh", "-c", "exec java $JAVA_OPTIONS -XX:AOTCache=web-app.aot -jar web-app.jar"]
