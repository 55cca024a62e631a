package com.foobar.replication;

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

@AnalyzeClasses(packages = "com.foobar.replication", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("com.foobar.replication.(**)").should().beFreeOfCycles()
            .because("a package that is part of a cycle cannot be understood alone");

    @ArchTest
    static final ArchRule THE_PUBLISHED_FACE_STANDS_ALONE = noClasses().that()
            .resideInAPackage("com.foobar.replication.status").should()
            .dependOnClassesThat(DescribedPredicate.describe("are in the rest of the library",
                    type -> type.getPackageName().startsWith("com.foobar.replication")
                            && !type.getPackageName().equals("com.foobar.replication.status")))
            .because("what applications see must not change whenever the routing does");

    @ArchTest
    static final ArchRule NOTHING_ELSE_OF_THIS_PROJECT_IS_NEEDED = noClasses().should()
            .dependOnClassesThat(DescribedPredicate.describe("belong to another module",
                    type -> type.getPackageName().startsWith("com.foobar.")
                            && !type.getPackageName().startsWith("com.foobar.replication")))
            .because("another application must be able to add the library alone");

    @ArchTest
    static final ArchRule ONLY_DIALECTS_KNOW_DRIVERS = noClasses().that()
            .resideOutsideOfPackage("com.foobar.replication.dialect").should().dependOnClassesThat()
            .resideInAnyPackage("com.mysql..", "org.mariadb..")
            .because("one interface hides what differs between servers");

    @ArchTest
    static final ArchRule ONLY_THEIR_PACKAGE_KNOWS_DIALECTS = classes().that()
            .haveNameMatching(".*\\.(MySql|MariaDb)Dialect").should().bePackagePrivate()
            .because("nothing else may ask which kind of server it is");

    @ArchTest
    static final ArchRule NULL_MARKED = classes()
            .should(ArchConditions.be(DescribedPredicate.<JavaClass> describe("in a package that is @NullMarked",
                    type -> type.getPackage().isAnnotatedWith(NullMarked.class))))
            .because("NullAway checks only what is marked");
}
