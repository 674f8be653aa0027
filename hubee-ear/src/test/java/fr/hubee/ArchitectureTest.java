package fr.hubee;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import jakarta.annotation.Resource;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.batch.api.listener.JobListener;
import jakarta.batch.api.listener.StepListener;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house: who may call whom, and what is never written where. */
class ArchitectureTest {
    static final JavaClasses HUBEE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/fr/hubee/launcher/"))
            .withImportOption(location -> !location.contains("/fr/hubee/demonstration/"))
            .importPackages("fr.hubee");

    static final String[] WEB = {
        "fr.hubee.api..", "fr.hubee.portal..", "fr.hubee.websecurity..", "fr.hubee.http..", "fr.hubee.websettings.."
    };
    static final String BATCH = "fr.hubee.batch..";
    static final String[] OUTSIDE_OF_THE_DOMAIN =
            Stream.concat(Stream.of(WEB), Stream.of(BATCH)).toArray(String[]::new);

    static final List<Class<? extends Annotation>> SESSION_BEANS =
            List.of(Stateless.class, Stateful.class, Singleton.class);
    static final List<Class<? extends Annotation>> GUARDS = List.of(RolesAllowed.class, PermitAll.class, DenyAll.class);
    static final List<Class<? extends Annotation>> INJECTED =
            List.of(Inject.class, PersistenceContext.class, Resource.class);

    /** Which features each one may know; a new feature finds its place here. */
    static final Map<String, Set<String>> BELOW = Map.ofEntries(
            entry("audit", Set.of()),
            entry("organization", Set.of("audit")),
            entry("process", Set.of("organization", "audit", "invalidation")),
            entry("subscription", Set.of("process", "organization", "audit", "invalidation")),
            entry("antivirus", Set.of()),
            entry("encryption", Set.of()),
            entry("storage", Set.of("encryption", "antivirus", "trace")),
            entry("filetype", Set.of()),
            entry(
                    "folder",
                    Set.of(
                            "encryption",
                            "antivirus",
                            "filetype",
                            "process",
                            "organization",
                            "subscription",
                            "storage",
                            "audit")),
            entry("reception", Set.of("folder", "subscription")),
            entry("receipt", Set.of("folder", "ratelimit", "audit")),
            entry("silence", Set.of()),
            entry(
                    "rescue",
                    Set.of("casework", "folder", "silence", "storage", "account", "mail", "encryption", "antivirus")),
            entry(
                    "casework",
                    Set.of(
                            "silence",
                            "reception",
                            "folder",
                            "encryption",
                            "antivirus",
                            "filetype",
                            "account",
                            "process",
                            "subscription",
                            "storage",
                            "audit")),
            entry("caselist", Set.of("casework", "folder", "subscription", "audit")),
            entry("todo", Set.of("folder", "process", "subscription")),
            entry("invalidation", Set.of()),
            entry(
                    "notification",
                    Set.of("invalidation", "reception", "folder", "process", "organization", "subscription", "audit")),
            entry("ratelimit", Set.of()),
            entry("token", Set.of("ratelimit", "process", "organization", "subscription", "audit")),
            entry("account", Set.of("process", "organization", "subscription", "audit")),
            entry("signin", Set.of("account", "organization", "audit", "trace")),
            entry("mail", Set.of("signin", "account", "audit", "trace")),
            entry(
                    "merge",
                    Set.of(
                            "casework",
                            "folder",
                            "notification",
                            "token",
                            "account",
                            "subscription",
                            "process",
                            "organization",
                            "audit")),
            entry("statistics", Set.of()),
            entry("metrics", Set.of("audit", "reception", "storage", "job")),
            entry(
                    "retention",
                    Set.of(
                            "encryption",
                            "antivirus",
                            "bundle",
                            "folder",
                            "process",
                            "organization",
                            "storage",
                            "statistics",
                            "job",
                            "account",
                            "mail",
                            "audit")),
            entry("digest", Set.of("folder", "subscription", "mail", "job")),
            entry("reminder", Set.of("account", "signin", "mail")),
            entry("job", Set.of("audit")),
            entry("watch", Set.of("silence", "todo", "process", "subscription", "account", "mail", "audit")),
            entry("savedfilter", Set.of("account")),
            entry("secret", Set.of("token", "process", "subscription", "account", "mail", "audit")),
            entry("bundle", Set.of("encryption", "casework", "account", "storage", "audit", "trace")),
            entry("idempotency", Set.of()),
            entry(
                    "settings",
                    Set.of(
                            "encryption",
                            "antivirus",
                            "audit",
                            "database",
                            "storage",
                            "folder",
                            "casework",
                            "token",
                            "signin",
                            "mail",
                            "retention",
                            "job",
                            "bundle")),
            entry("trace", Set.of()),
            entry("backup", Set.of("audit", "database", "encryption", "storage")),
            entry("database", Set.of("encryption")));

    static final Set<String> OPEN_TO_ALL = Set.of("shared", "security");

    /** The door of the exchange: how other features find a case, add to its history, and read its files. */
    static final Set<String> DOOR_OF_THE_EXCHANGE =
            Set.of("CaseLookup", "CaseRecorder", "AttachmentRecorder", "CaseHandover");

    /** Which features come through it. */
    static final Set<String> THROUGH_THE_DOOR = Set.of("folder", "casework", "reception", "merge", "receipt");

    /** The methods that begin a transaction of their own while another one runs, each with its reason. */
    static final Map<String, String> TRANSACTIONS_OF_THEIR_OWN = Map.ofEntries(
            entry("JobProgress.treat", "the engine's transaction must not be undone by an item that fails"),
            entry("JobProgress.done", "the same"),
            entry("JobProgress.failed", "the same"),
            entry("ArchivingService.archive", "the same"),
            entry("FolderDeletionService.delete", "the same"));

    /** Each of their methods is one short transaction; others call {@code shared.Transactions}, or are EJBs. */
    static final Set<String> TRANSACTIONAL = Set.of(
            "Transactions",
            "BundleProgress",
            "BusyClients",
            "ClientUseWriter",
            "IdempotentService",
            "KeyReader",
            "StoreReadingProgress");

    // 1. Features form no cycle, and nobody is called back.

    @Test
    void featuresFormNoCycle() {
        slices().matching("fr.hubee.(*)..").should().beFreeOfCycles().check(HUBEE);
    }

    /** The package of a feature and its rooms: what stands above knows the rooms, and no room knows what stands above it. */
    @Test
    void theRoomsOfAFeatureFormNoCycle() {
        features()
                .forEach(feature -> slices().assignedFrom(roomsOf(feature))
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true) // a feature of one room, none of whose classes knows another
                        .check(HUBEE));
    }

    private static SliceAssignment roomsOf(String feature) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return isOurs(type) && feature(type).equals(feature)
                        ? SliceIdentifier.of(type.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "the rooms of " + feature;
            }
        };
    }

    @Test
    void aFeatureKnowsOnlyThoseBelowIt() {
        features().forEach(feature -> {
            var below = Stream.concat(BELOW.getOrDefault(feature, Set.of()).stream(), OPEN_TO_ALL.stream())
                    .collect(Collectors.toSet());
            noClasses()
                    .that()
                    .resideInAPackage("fr.hubee." + feature + "..")
                    .should()
                    .dependOnClassesThat(describe(
                            "belong to another feature than " + below,
                            other -> isOurs(other)
                                    && !feature(other).equals(feature)
                                    && !below.contains(feature(other))))
                    .check(HUBEE);
        });
    }

    @Test
    void sharedKnowsNothingAndSecurityOnlyShared() {
        noClasses()
                .that()
                .resideInAPackage("fr.hubee.shared..")
                .should()
                .dependOnClassesThat(describe(
                        "are not shared",
                        other -> isOurs(other) && !feature(other).equals("shared")))
                .check(HUBEE);
        noClasses()
                .that()
                .resideInAPackage("fr.hubee.security..")
                .should()
                .dependOnClassesThat(describe(
                        "belong to a feature", other -> isOurs(other) && !OPEN_TO_ALL.contains(feature(other))))
                .check(HUBEE);
    }

    /** {@code persistence.xml} turns validation off: a constraint of an entity would never be checked. */
    @Test
    void entitiesHaveNoConstraints() {
        noClasses()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .or()
                .areAnnotatedWith("jakarta.persistence.Embeddable")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.validation..")
                .check(HUBEE);
    }

    @Test
    void onlyNamedFeaturesComeThroughTheDoorOfTheExchange() {
        noClasses()
                .that(describe(
                        "belong to another feature than " + THROUGH_THE_DOOR,
                        other -> isOurs(other) && !THROUGH_THE_DOOR.contains(feature(other))))
                .should()
                .dependOnClassesThat(isTheDoor())
                .check(HUBEE);
    }

    @Test
    void besidesItsDoorTheExchangeShowsServicesAndWhatTheyGive() {
        classes()
                .that()
                .resideInAPackage("fr.hubee.folder..")
                .and()
                .arePublic()
                .and(not(isTheDoor()))
                .should(be(describe(
                        "a service, an entity, a record, an enum or an interface",
                        type -> type.isAnnotatedWith(Stateless.class)
                                || type.isAnnotatedWith(Entity.class)
                                || type.isRecord()
                                || type.isEnum()
                                || type.isInterface())))
                .check(HUBEE);
    }

    static DescribedPredicate<JavaClass> isTheDoor() {
        return resideInAnyPackage("fr.hubee.folder", "fr.hubee.folder.handover")
                .and(describe("are its door", type -> DOOR_OF_THE_EXCHANGE.contains(type.getSimpleName())));
    }

    /** All that is in hubee-ejb, but what is open to all. */
    static Set<String> features() {
        return HUBEE.stream()
                .filter(resideOutsideOfPackages(OUTSIDE_OF_THE_DOMAIN))
                .map(ArchitectureTest::feature)
                .filter(feature -> !OPEN_TO_ALL.contains(feature))
                .collect(Collectors.toSet());
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("fr.hubee.");
    }

    static String feature(JavaClass type) {
        return type.getPackageName().split("\\.", -1)[2];
    }

    // 2. The API and the portal see services, records, enums and what entities show of themselves.

    @Test
    void theApiAndThePortalNeverSeeARepositoryOrTheEntityManager() {
        noClasses()
                .that()
                .resideInAnyPackage(WEB)
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Repository")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EntityManager.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EntityManagerFactory.class)
                .check(HUBEE);
    }

    @Test
    void theApiAndThePortalDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("fr.hubee.api..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.hubee.portal..")
                .check(HUBEE);
        noClasses()
                .that()
                .resideInAPackage("fr.hubee.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("fr.hubee.api..")
                .allowEmptyShould(true) // until the portal comes
                .check(HUBEE);
    }

    // 3. The domain knows no web, the web and the jobs know no database.

    @Test
    void theDomainKnowsNoWeb() {
        noClasses()
                .that()
                .resideOutsideOfPackages(OUTSIDE_OF_THE_DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "jakarta.faces..", "jakarta.servlet..")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(OUTSIDE_OF_THE_DOMAIN)
                .check(HUBEE);
    }

    @Test
    void neitherTheWebNorTheJobsKnowTheDatabase() {
        noClasses()
                .that()
                .resideInAnyPackage(OUTSIDE_OF_THE_DOMAIN)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "org.hibernate..", "java.sql..", "javax.sql..")
                .check(HUBEE);
    }

    // 4. Roles.

    @Test
    void everyBusinessMethodSaysWhoMayCallIt() {
        methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat(areSessionBeans())
                .should(be(protectedByRole()))
                .check(HUBEE);
    }

    static DescribedPredicate<JavaClass> areSessionBeans() {
        return describe("are session beans", type -> isAnyOf(type, SESSION_BEANS));
    }

    static DescribedPredicate<JavaMethod> protectedByRole() {
        return describe(
                "protected by @RolesAllowed, @PermitAll or @DenyAll",
                method -> isAnyOf(method, GUARDS) || isAnyOf(method.getOwner(), GUARDS));
    }

    static boolean isAnyOf(CanBeAnnotated what, List<Class<? extends Annotation>> annotations) {
        return annotations.stream().anyMatch(what::isAnnotatedWith);
    }

    // 5. Transactions begin and end in services.

    @Test
    void theWebBeginsNoTransactionOfItsOwn() {
        noClasses()
                .that()
                .resideInAnyPackage(WEB)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jakarta.transaction..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(TransactionAttribute.class)
                .check(HUBEE);
    }

    @Test
    void nobodyHandlesTransactionsByHand() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.transaction.UserTransaction")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("jakarta.transaction.TransactionManager")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(EntityTransaction.class)
                .check(HUBEE);
    }

    @Test
    void sharedOpensTransactionsAndFewWritersDoSoByAnnotation() {
        noClasses()
                .that(describe("are not named in TRANSACTIONAL", type -> !TRANSACTIONAL.contains(type.getSimpleName())))
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Transactional.class)
                .check(HUBEE);
    }

    @Test
    void aTransactionWithinAnotherHasANamedReason() {
        methods()
                .that(describe("begin a transaction of their own", ArchitectureTest::requiresNew))
                .should(be(describe(
                        "named with their reason in TRANSACTIONS_OF_THEIR_OWN",
                        method -> TRANSACTIONS_OF_THEIR_OWN.containsKey(
                                method.getOwner().getSimpleName() + "." + method.getName()))))
                .allowEmptyShould(true)
                .check(HUBEE);
    }

    static boolean requiresNew(JavaMethod method) {
        return requiresNew((CanBeAnnotated) method) || requiresNew(method.getOwner());
    }

    static boolean requiresNew(CanBeAnnotated what) {
        return what.isAnnotatedWith(describe("begins a transaction of its own", annotation -> {
            var type = annotation.getRawType();
            return (type.isEquivalentTo(TransactionAttribute.class) || type.isEquivalentTo(Transactional.class))
                    && annotation
                            .get("value")
                            .map(value -> String.valueOf(value).contains(TransactionAttributeType.REQUIRES_NEW.name()))
                            .orElse(false);
        }));
    }

    // 6. The time and new identifiers come from shared.

    @Test
    void onlySharedAsksForTheTimeOrForANewIdentifier() {
        noClasses()
                .that()
                .resideOutsideOfPackage("fr.hubee.shared..")
                .should()
                .accessTargetWhere(
                        describe("asks the system for the time or an identifier", ArchitectureTest::asksSystem))
                .check(HUBEE);
    }

    static boolean asksSystem(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var name = access.getName();
        boolean now = name.equals("now")
                && owner.getPackageName().startsWith("java.time")
                && !access.getTarget().getFullName().contains(Clock.class.getName());
        boolean clock = owner.isEquivalentTo(Clock.class) && (name.startsWith("system") || name.startsWith("tick"));
        boolean millis = owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis");
        boolean date = owner.isEquivalentTo(Date.class)
                && access.getTarget().getFullName().endsWith("<init>()");
        boolean random = owner.isEquivalentTo(UUID.class) && name.equals("randomUUID");
        return now || clock || millis || date || random;
    }

    // 7. Names say what a class is for.

    @Test
    void noClassHasANameThatSaysNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Dto|DTO|Utils?|Helper)")
                .check(HUBEE);
    }

    /** Whoever reads a name, or looks for it, finds one class. */
    @Test
    void noTwoClassesHaveTheSameName() {
        var shared = HUBEE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(resideOutsideOfPackages("fr.hubee.tls..")) // belongs to the server
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getSimpleName, TreeMap::new, Collectors.counting()));
        shared.values().removeIf(count -> count == 1);
        assertEquals(Map.of(), shared);
    }

    @Test
    void resourcesAreInTheApiOnly() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .resideInAPackage("fr.hubee.api..")
                .check(HUBEE);
    }

    @Test
    void repositoriesAreHiddenInTheirPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .bePackagePrivate()
                .check(HUBEE);
    }

    @Test
    void entitiesHaveNoPublicSetters() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .and()
                .haveNameMatching("set[A-Z].*")
                .should()
                .bePublic()
                .allowEmptyShould(true)
                .check(HUBEE);
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePrivate()
                .orShould()
                .beFinal()
                .check(HUBEE);
    }

    // 8. What is shared by requests does not change, and no failure is swallowed.

    @Test
    void statelessBeansHoldNoState() {
        fields().that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Stateless.class)
                .should(be(describe("injected or constant", ArchitectureTest::holdsNoState)))
                .check(HUBEE);
    }

    static boolean holdsNoState(JavaField field) {
        boolean constant = field.getModifiers().containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL));
        return constant || isAnyOf(field, INJECTED);
    }

    /** Whoever answers her next request, it is as if it had answered all of them. */
    @Test
    void noServerRemembersAPerson() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("jakarta\\.servlet\\.http\\.HttpSession|.*\\.(View|Session|Conversation|Flow)Scoped"
                        + "|jakarta\\.faces\\.context\\.Flash")
                .check(HUBEE);
    }

    @Test
    void nobodyCatchesEverything() {
        codeUnits()
                .that()
                .areDeclaredInClassesThat(not(mayCatchEverything()))
                .should(be(describe("catching no Exception", unit -> !catchesEverything(unit))))
                .check(HUBEE);
    }

    static DescribedPredicate<JavaClass> mayCatchEverything() {
        return resideInAnyPackage("fr.hubee.api.error..")
                .or(assignableTo(JobListener.class))
                .or(assignableTo(StepListener.class));
    }

    /** A catch of Throwable is not asked for: the compiler writes them itself, for each try with resources. */
    static boolean catchesEverything(JavaCodeUnit unit) {
        return unit.getTryCatchBlocks().stream()
                .flatMap(block -> block.getCaughtThrowables().stream())
                .anyMatch(caught -> caught.isEquivalentTo(Exception.class));
    }
}
