package com.foobar.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import jakarta.persistence.Entity;

import org.jspecify.annotations.NullMarked;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;

@AnalyzeClasses(packages = "com.foobar.web", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final String LIBRARY = "com.foobar.web.replication..";

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("com.foobar.web.(**)").should().beFreeOfCycles()
            .because("a package that needs one that needs it cannot be understood alone");

    @ArchTest
    static final ArchRule THE_LIBRARY_NEEDS_NOTHING_OF_THE_SITE = noClasses().that().resideInAPackage(LIBRARY).should()
            .dependOnClassesThat(DescribedPredicate
                    .describe("belong to the rest of the site",
                            type -> type.getPackageName().startsWith("com.foobar.web")
                                    && !type.getPackageName().startsWith("com.foobar.web.replication")))
            .because("another application must be able to take it as it is");

    @ArchTest
    static final ArchRule THE_SITE_DOES_NOT_KNOW_THE_LIBRARY = noClasses().that().resideOutsideOfPackage(LIBRARY)
            .should()
            .dependOnClassesThat().resideInAPackage(LIBRARY)
            .because("@Transactional(readOnly = true) says all that a feature has to say of where it reads");

    @ArchTest
    static final ArchRule ONLY_DIALECTS_KNOW_DRIVERS = noClasses().that()
            .resideOutsideOfPackage("com.foobar.web.replication.dialect").should().dependOnClassesThat()
            .resideInAnyPackage("com.mysql..", "org.mariadb..")
            .because("what differs between servers is behind one interface");

    @ArchTest
    static final ArchRule ONLY_THEIR_PACKAGE_KNOWS_DIALECTS = classes().that()
            .haveNameMatching(".*\\.(MySql|MariaDb)Dialect").should().bePackagePrivate()
            .because("nothing else may ask which kind of server it is");

    @ArchTest
    static final ArchRule ENTITIES_STAY_HOME = classes().that().areAnnotatedWith(Entity.class).or()
            .areAssignableTo(Repository.class).should().bePackagePrivate()
            .because("other packages get views, which cannot load or change anything by accident");

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
