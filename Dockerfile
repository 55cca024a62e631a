# One build for the gateway and the web-app, and one image for each (targets `gateway` and `web-app`).
ARG JDK_IMAGE
ARG JRE_IMAGE

FROM ${JDK_IMAGE} AS build
WORKDIR /src
COPY . .
# The goals are named, instead of the phase `package`: an image needs neither the tests nor their dependencies.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -B -ntp -Pimage -pl gateway-view,observability,gateway,read-replica-routing,web-app resources:resources compiler:compile jar:jar spring-boot:repackage@repackage
RUN for module in gateway web-app; do \
      java -Djarmode=tools -jar $module/target/$module.jar extract --layers --destination /layers/$module; \
    done

FROM ${JRE_IMAGE} AS runtime
RUN groupadd --gid 10001 foobar && useradd --uid 10001 --gid 10001 --no-create-home foobar
WORKDIR /app
# The memory of a JVM is limited part by part, and the parts add up to at most 85 % of its container's mem_limit:
# docs/operations.md has the budget. glibc keeps two arenas rather than eight per processor, and each minute the JVM makes it give
# back free memory.
ENV MALLOC_ARENA_MAX=2
ENV COMMON_JAVA_OPTIONS="-XX:+UseSerialGC -XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=60000 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"

# The layers are copied in order, the layers that change least first. Then one start and stop of the application fills the AOT
# cache (JEP 483, 514 and 515), from which later starts read classes and profiles. This first start has no cache and needs more
# metaspace. If a JVM's options do not fit the cache, the JVM would silently ignore the cache and exceed the budget; with
# AOTMode=on it reports that and ends, in the build and at each start.
FROM runtime AS gateway
ENV JAVA_OPTIONS="${COMMON_JAVA_OPTIONS} -Xms128m -Xmx128m -XX:MaxMetaspaceSize=40m -XX:ReservedCodeCacheSize=48m -XX:MaxDirectMemorySize=8m -Dio.netty.maxDirectMemory=75497472"
COPY --from=build /layers/gateway/dependencies/ /layers/gateway/spring-boot-loader/ /layers/gateway/snapshot-dependencies/ ./
COPY --from=build /layers/gateway/application/ ./
# shellcheck disable=SC2086  # $JAVA_OPTIONS holds several options.
RUN FOOBAR_INSTANCE=training java $JAVA_OPTIONS -Xmx512m -XX:MaxMetaspaceSize=256m -XX:AOTCacheOutput=gateway.aot \
      -Dspring.context.exit=onRefresh -Dspring.profiles.active=training -jar gateway.jar \
 && java $JAVA_OPTIONS -XX:AOTCache=gateway.aot -XX:AOTMode=on -cp gateway.jar -version
USER 10001:10001
EXPOSE 80 443 8090
ENTRYPOINT ["/bin/sh", "-c", "exec java $JAVA_OPTIONS $MORE_JAVA_OPTIONS -XX:AOTCache=gateway.aot -XX:AOTMode=on -jar gateway.jar"]
ARG FOOBAR_VERSION
LABEL org.opencontainers.image.title="foobar.com gateway" \
      org.opencontainers.image.description="The load balancer of foobar.com: TLS, HTTP/2, health checks, retries and limits" \
      org.opencontainers.image.version="${FOOBAR_VERSION}" \
      org.opencontainers.image.source="https://github.com/foobar-com/foobar" \
      org.opencontainers.image.licenses="Apache-2.0"

FROM runtime AS web-app
ENV JAVA_OPTIONS="${COMMON_JAVA_OPTIONS} -Xms272m -Xmx272m -XX:MaxMetaspaceSize=80m -XX:ReservedCodeCacheSize=64m -XX:MaxDirectMemorySize=16m"
COPY --from=build /layers/web-app/dependencies/ /layers/web-app/spring-boot-loader/ /layers/web-app/snapshot-dependencies/ ./
COPY --from=build /layers/web-app/application/ ./
# shellcheck disable=SC2086  # $JAVA_OPTIONS holds several options.
RUN FOOBAR_INSTANCE=training java $JAVA_OPTIONS -Xmx512m -XX:MaxMetaspaceSize=256m -XX:AOTCacheOutput=web-app.aot \
      -Dspring.context.exit=onRefresh -jar web-app.jar \
 && java $JAVA_OPTIONS -XX:AOTCache=web-app.aot -XX:AOTMode=on -cp web-app.jar -version
USER 10001:10001
EXPOSE 8080 8090
ENTRYPOINT ["/bin/sh", "-c", "exec java $JAVA_OPTIONS $MORE_JAVA_OPTIONS -XX:AOTCache=web-app.aot -XX:AOTMode=on -jar web-app.jar"]
ARG FOOBAR_VERSION
LABEL org.opencontainers.image.title="foobar.com web-app" \
      org.opencontainers.image.description="The site foobar.com: pages and API, with reads from replicas" \
      org.opencontainers.image.version="${FOOBAR_VERSION}" \
      org.opencontainers.image.source="https://github.com/foobar-com/foobar" \
      org.opencontainers.image.licenses="Apache-2.0"
