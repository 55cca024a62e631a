package com.foobar.failover;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "com.foobar.failover", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule PURE_PROTOCOL = classes().that().resideInAPackage("..protocol..").should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..protocol..", "java.lang..", "java.util..", "org.jspecify..")
            .because("the model check runs the rules millions of times, without a clock, a server or a network");

    @ArchTest
    static final ArchRule SERVER_KNOWS_NO_STORE = noClasses().that().resideInAPackage("..mysql..").should()
            .dependOnClassesThat().resideInAPackage("..etcd..")
            .because("what a server is and who decides about it are two things");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("com.foobar.failover.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NULL_MARKED = classes()
            .should(ArchConditions.be(DescribedPredicate.<JavaClass> describe("in a package that is @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("NullAway checks only what is marked");
}
