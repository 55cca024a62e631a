package com.foobar.web;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import org.jspecify.annotations.NullMarked;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "com.foobar.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("com.foobar.web.(**)").should().beFreeOfCycles()
            .because("a package that needs one that needs it cannot be understood alone");

    @ArchTest
    static final ArchRule ONLY_THE_PUBLISHED_FACE_OF_THE_ROUTING_IS_USED = noClasses().should()
            .dependOnClassesThat(DescribedPredicate.describe("are in com.foobar.replication but not in its status",
                    type -> type.getPackageName().startsWith("com.foobar.replication")
                            && !type.getPackageName().equals("com.foobar.replication.status")))
            .because("@Transactional(readOnly = true) says all that a feature has to say about where it reads");

    @ArchTest
    static final ArchRule NO_DRIVER_IS_KNOWN = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("com.mysql..", "org.mariadb..")
            .because("the routing hides which kind of server it is");

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_HOME = classes().that().haveSimpleNameEndingWith("Repository").should()
            .bePackagePrivate().because("other packages call services, which hold the transactions");

    @ArchTest
    static final ArchRule ROWS_STAY_HOME = classes().that().areTopLevelClasses().and()
            .haveSimpleNameEndingWith("Row").should().bePackagePrivate()
            .because("other packages get views: a row is true only while its transaction has locked it");

    @ArchTest
    static final ArchRule CONTROLLERS_USE_SERVICES = noClasses().that().areAnnotatedWith(Controller.class).or()
            .areAnnotatedWith(RestController.class).should().dependOnClassesThat().areAssignableTo(JdbcClient.class)
            .because("a statement belongs to a transaction, and services hold the transactions");

    @ArchTest
    static final ArchRule CONTROLLERS_STAY_HOME = classes().that().areAnnotatedWith(Controller.class).should()
            .bePackagePrivate().because("a controller is called by Spring alone");

    @ArchTest
    static final ArchRule NULL_MARKED = classes()
            .should(ArchConditions.be(DescribedPredicate.<JavaClass> describe(
                    "in a package that is @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("NullAway checks only what is marked");
}
