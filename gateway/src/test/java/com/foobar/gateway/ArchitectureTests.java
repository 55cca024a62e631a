package com.foobar.gateway;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packagesOf = GatewayApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles = slices().matching("com.foobar.gateway.(*)..").should()
            .beFreeOfCycles().because("a part that can be read alone can be changed alone");

    @ArchTest
    static final ArchRule balancingIsPure = noClasses().that().resideInAPackage("..balancing..").should()
            .dependOnClassesThat().resideInAnyPackage("org.springframework..", "reactor..", "io.netty..", "java.time..")
            .because("a choice is a function of what it is given, the time included");

    @ArchTest
    static final ArchRule theWayInKnowsNoServers = noClasses().that()
            .resideInAnyPackage("..edge..", "..connection..", "..admission..", "..exchange..", "..accesslog..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("com.foobar.gateway.server", "com.foobar.gateway.proxy", "com.foobar.gateway.balancing")
            .because("what a client may ask for does not depend on which servers there are");

    @ArchTest
    static final ArchRule poolKnowsNothingOfRequests = noClasses().that().resideInAPackage("com.foobar.gateway.server")
            .should()
            .dependOnClassesThat().resideInAnyPackage("..proxy..", "..edge..", "..admin..", "..connection..",
                    "..admission..", "..exchange..", "..accesslog..")
            .because("a server's state is the same whoever asks for it");

    @ArchTest
    static final ArchRule packagesAreNullMarked = classes()
            .should().resideInAPackage("com.foobar.gateway..").andShould(ArchCondition
                    .from(DescribedPredicate.describe("be in a @NullMarked package", ArchitectureTests::isNullMarked)))
            .because("null must be seen where it is possible");

    private static boolean isNullMarked(JavaClass type) {
        return type.getPackage().isAnnotatedWith(NullMarked.class);
    }
}
