package fr.hubee;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import fr.hubee.files.storage.BlobKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Model;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Checks that what a page, a resource or a job injects is a service that requires a role, and so is in the table of rights; or it is named
 * here, with the reason. A bean that requires no role stays in its feature, or is named here too. Settings, which fields produce, belong to
 * nobody and may be injected.
 */
class InjectableBeansTest {
    static final List<Class<? extends Annotation>> SCOPES = List.of(
            ApplicationScoped.class,
            RequestScoped.class,
            SessionScoped.class,
            ViewScoped.class,
            Dependent.class,
            jakarta.inject.Singleton.class,
            Model.class,
            Named.class);

    /** Beans of the domain that the web and the jobs may inject without a role. */
    static final Map<String, String> UNGUARDED = Map.ofEntries(
            entry("TokenService", "whoever has the secret, or the token, proves it here"),
            entry("ClientUseRecorder", "takes notes, gives none"),
            entry(
                    "IdempotentService",
                    "each caller hears only what was answered to it; the work asks for its own role"),
            entry("BlobReader", "only by a key that a service handed out: the web makes none, see below"),
            entry("BlobRecords", "deletes only what whoever calls it has just kept: the web makes no key, see below"),
            entry("OutageLog", "a line of the log"),
            entry("ScannerLimits", "sends the antivirus a file of nobody"),
            entry("Antivirus", "has bytes judged that its caller brings"),
            entry("HubMetrics", "sums, for whoever brings the token: none is about a person or a télédossier"),
            entry("InvalidationLease", "whether the database answers this node, and nothing that is in it"),
            entry("CaseZip", "the same"),
            entry("RecentCalls", "takes notes, gives none"),
            entry(
                    "BenchWatch",
                    "takes notes of software that is tried, and spoils its calls; where there is no bench, nothing"),
            entry("LiveFeed", "wakes who waits, and gives nothing: the events come from FeedService"),
            entry("OwnWork", "names what the hub does by itself, and tells the collector of it"),
            entry("BundleRounds", "begins work that is waiting, gives nothing"),
            entry("MailRounds", "the same"));

    /** Beans of the domain that require a role though they are no services: the job engine writes with them. */
    static final Set<String> OF_THE_ENGINE = Set.of("RunQueue");

    /** Beans of the domain for other features: their callers check the rights. The web and the jobs do not see them. */
    static final Set<String> BETWEEN_FEATURES = Set.of(
            "AccountLookup",
            "AccountTransfer",
            "ApiClientChanges",
            "ApiClientStore",
            "AttachmentRecorder",
            "AuditJournal",
            "BlobOwner",
            "BlobStore",
            "CaseHandover",
            "CaseLookup",
            "CaseRecorder",
            "ClientReach",
            "CertificateStore",
            "ClientSecretHash",
            "DataKeyStore",
            "FailedLoginLimiter",
            "Failures",
            "FeedRecorder",
            "Handlers",
            "KeyCustody",
            "KnownDevices",
            "MailOutbox",
            "MailSecrets",
            "NodeCache",
            "OrganizationSuccession",
            "PasswordAttempts",
            "PasswordLinkStore",
            "Passwords",
            "Places",
            "ProcessLookup",
            "SealedEntries",
            "SecretHash",
            "Sessions",
            "SignInJournal",
            "SignInStepStore",
            "Silences",
            "StoredScan",
            "SubscriptionAccess",
            "SubscriptionCredentials",
            "SubscriptionLookup",
            "SubscriptionTransfer",
            "TotpStore",
            "Transactions");

    /** Beans of the web that call no guarded service themselves, or outlive a request. */
    static final Map<String, String> OF_THE_WEB = Map.ofEntries(
            entry("AnswerRoom", "counts long answers and their bytes, and reads none itself"),
            entry("CallLog", "notes the calls of this node, and reads none"),
            entry("CurrentCaller", "who calls, for this request"),
            entry("FormToken", "what a form of this session brings"),
            entry("FrenchDates", "words for what it is given"),
            entry("IdempotentAnswers", "asks IdempotentService, for this caller"),
            entry("JournalFilters", "the address of this request"),
            entry("OpenedCase", "asks CaseReader, which asks services for this caller"),
            entry("PersonCookie", "asks SessionService who has this session"),
            entry("PortalKeys", "the keys of what browsers keep"),
            entry("ProConnectSignIn", "the door: asks FederatedSignInService"),
            entry("PublicTextLoader", "texts for everybody"),
            entry("ReceiptAnswers", "writes what a service has opened for this caller"),
            entry("SealedCookieStore", "the cookies of this request"),
            entry("SecretCarrier", "the secret that this person makes, on its way through her browser"),
            entry("SignInProgress", "the cookie of this browser: what proves its half-made sign-in"));

    @Test
    void whatLeavesItsFeatureAsksForARoleOrIsNamed() {
        var named = Stream.concat(UNGUARDED.keySet().stream(), BETWEEN_FEATURES.stream())
                .collect(Collectors.toCollection(TreeSet::new));

        var leaving = unguardedOfTheDomain().stream()
                .filter(InjectableBeansTest::leavesItsFeature)
                .collect(Collectors.toSet());
        assertEquals(String.join("\n", named), String.join("\n", names(leaving)));
    }

    @Test
    void theWebAndTheJobsInjectServicesAndAShortNamedListOnly() {
        fields().that()
                .areAnnotatedWith(Inject.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(ArchitectureTest.OUTSIDE_OF_THE_DOMAIN)
                .should(be(describe(
                        "a service that asks for a role, or named above",
                        field -> !isOfTheDomain(field.getRawType()) || mayBeInjected(field.getRawType()))))
                .check(ArchitectureTest.HUBEE);
        constructors()
                .that()
                .areAnnotatedWith(Inject.class)
                .and()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(ArchitectureTest.OUTSIDE_OF_THE_DOMAIN)
                .should(be(describe(
                        "given services that ask for a role, or what is named above",
                        constructor -> constructor.getRawParameterTypes().stream()
                                .allMatch(type -> !isOfTheDomain(type) || mayBeInjected(type)))))
                .allowEmptyShould(true)
                .check(ArchitectureTest.HUBEE);
    }

    private static boolean mayBeInjected(JavaClass type) {
        var name = type.getSimpleName();
        boolean guarded = ArchitectureTest.isAnyOf(type, ArchitectureTest.SESSION_BEANS);
        return (guarded && (name.endsWith("Service") || OF_THE_ENGINE.contains(name)))
                || UNGUARDED.containsKey(name)
                || isSettings(type);
    }

    private static boolean isSettings(JavaClass type) {
        return type.getFieldsWithTypeOfSelf().stream().anyMatch(field -> field.isAnnotatedWith(Produces.class));
    }

    private static boolean isOfTheDomain(JavaClass type) {
        return ArchitectureTest.isOurs(type)
                && !resideInAnyPackage(ArchitectureTest.OUTSIDE_OF_THE_DOMAIN).test(type);
    }

    @Test
    void theWebAndTheJobsDoNotSeeWhatIsBetweenFeatures() {
        noClasses()
                .that()
                .resideInAnyPackage(ArchitectureTest.OUTSIDE_OF_THE_DOMAIN)
                .should()
                .dependOnClassesThat(describe(
                        "are between features",
                        type -> type.getPackageName().startsWith("fr.hubee.")
                                && BETWEEN_FEATURES.contains(type.getSimpleName())))
                .check(ArchitectureTest.HUBEE);
    }

    @Test
    void onlySettingsAreProducedByFields() {
        fields().that()
                .areAnnotatedWith(Produces.class)
                .should()
                .beDeclaredInClassesThat()
                .resideInAnyPackage("fr.hubee.operation.schema", "fr.hubee.websettings")
                .check(ArchitectureTest.HUBEE);
    }

    @Test
    void aPageReachesTheDomainByNoName() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ArchitectureTest.OUTSIDE_OF_THE_DOMAIN)
                .should()
                .beMetaAnnotatedWith(Named.class)
                .check(ArchitectureTest.HUBEE);
    }

    @Test
    void theWebLooksNothingUp() {
        noClasses()
                .that()
                .resideInAnyPackage(ArchitectureTest.WEB)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(CDI.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Instance.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("javax.naming..")
                .check(ArchitectureTest.HUBEE);
    }

    /** Checks that the web makes no key of the store: it reads only what a service, which knows the caller, has just opened. */
    @Test
    void theWebMakesNoKeyOfTheStore() {
        noClasses()
                .that()
                .resideInAnyPackage(ArchitectureTest.WEB)
                .should()
                .callConstructor(BlobKey.class, String.class)
                .orShould()
                .callMethod(BlobKey.class, "fresh", String.class)
                .check(ArchitectureTest.HUBEE);
    }

    @Test
    void whatTheWebSharesAsksAServiceInEachRequestOrIsNamed() {
        var found = beans(true)
                .filter(InjectableBeansTest::isInjected)
                .filter(type -> !asksServicesForOneRequest(type))
                .collect(Collectors.toSet());

        assertEquals(String.join("\n", new TreeSet<>(OF_THE_WEB.keySet())), String.join("\n", names(found)));
    }

    private static boolean leavesItsFeature(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .map(dependency -> dependency.getOriginClass())
                .anyMatch(other -> !ArchitectureTest.feature(other).equals(ArchitectureTest.feature(type)));
    }

    /** Returns the types without a guard, with those that only the rooms of one feature share. */
    private static Set<JavaClass> unguardedOfTheDomain() {
        var produced = ArchitectureTest.HUBEE.stream()
                .filter(type -> !isOfTheWeb(type))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Produces.class))
                .map(method -> method.getRawReturnType());
        return Stream.concat(produced, beans(false).flatMap(InjectableBeansTest::seenAs))
                .filter(ArchitectureTest::isOurs)
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .collect(Collectors.toSet());
    }

    private static Stream<JavaClass> beans(boolean ofTheWeb) {
        return ArchitectureTest.HUBEE.stream()
                .filter(type -> isOfTheWeb(type) == ofTheWeb)
                .filter(type -> !type.getPackageName().startsWith("fr.hubee.batch"))
                .filter(type -> ArchitectureTest.isAnyOf(type, SCOPES))
                .filter(type -> !ArchitectureTest.isAnyOf(type, ArchitectureTest.SESSION_BEANS));
    }

    private static boolean isOfTheWeb(JavaClass type) {
        return resideInAnyPackage(ArchitectureTest.WEB).test(type);
    }

    /** Returns the types by which a bean can be injected; a bean that is not public is still injected as what it extends. */
    private static Stream<JavaClass> seenAs(JavaClass type) {
        return Stream.concat(
                Stream.of(type),
                Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream()));
    }

    private static boolean isInjected(JavaClass type) {
        return type.getFieldsWithTypeOfSelf().stream().anyMatch(field -> field.isAnnotatedWith(Inject.class));
    }

    private static boolean asksServicesForOneRequest(JavaClass type) {
        return !type.isAnnotatedWith(ApplicationScoped.class)
                && !type.isAnnotatedWith(SessionScoped.class)
                && type.getFields().stream()
                        .anyMatch(
                                field -> ArchitectureTest.isAnyOf(field.getRawType(), ArchitectureTest.SESSION_BEANS));
    }

    private static Set<String> names(Set<JavaClass> types) {
        return types.stream().map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }
}
