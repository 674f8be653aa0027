package fr.hubee;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.kernel.security.RoleNames;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateless;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that each method of a service leaves an entry in the journal or only reads. */
class JournalCoverageTest {
    /** Methods that only read: this is not recorded, except for the bytes of a file. */
    static final Set<String> ONLY_READ = Set.of(
            "AccountService.administrators",
            "AccountService.choices",
            "AccountService.holder",
            "AccountService.names",
            "AccountService.page",
            "AccountService.problems",
            "AccountService.problemsOfChange",
            "AccountService.read",
            "AccountService.readProfile",
            "AnswerService.news",
            "AnswerService.seen", // the opening of the page is recorded
            "ApiCallService.find",
            "ApiCallService.hours",
            "ApiCallService.page",
            "ApiClientService.page",
            "ApiClientService.read",
            "ApiClientService.refusedSecrets",
            "AssignmentService.colleagues",
            "AssignmentService.handlers",
            "AuditService.names",
            "AuditService.olderThan",
            "AuditService.page",
            "BenchService.clients",
            "BenchService.isOn",
            "BenchService.last",
            "BenchService.read",
            "BenchService.scenarios",
            "BenchService.seen",
            "BundleService.list",
            "CaseDownloadService.preview",
            "CaseReadingService.read",
            "CaseListService.counts",
            "CaseListService.neighbours",
            "CaseListService.page",
            "CaseListService.pageWithPlaces",
            "CaseListService.processes",
            "CaseListService.serviceName",
            "CaseService.eventsAfter",
            "CertificationService.check",
            "CertificationService.list",
            "CertificationService.progress",
            "ClientProofService.read",
            "ConfirmationService.read",
            "CredentialService.elsewhere",
            "CredentialService.read",
            "DeletionCertificateService.keys",
            "DeletionCertificateService.list",
            "DeletionCertificateService.names",
            "DeletionCertificateService.read",
            "DepositGateService.open",
            "JobService.failures",
            "JobService.job",
            "JobService.jobs",
            "JobService.run",
            "JobService.runs",
            "JournalProofService.compare",
            "JournalProofService.keys",
            "JournalProofService.currentSeal",
            "JournalProofService.prove",
            "JournalProofService.provable",
            "OpenFolderService.anyRecipient",
            "OpenFolderService.isCaseOpen",
            "OpenFolderService.isFileOpen",
            "OpenFolderService.isFolderOpen",
            "SessionService.lastSignIn",
            "SessionService.lastSignInOf",
            "SessionService.lastSignIns",
            "LinkService.find",
            "ListSettingsService.read",
            "MailOutboxService.counts",
            "MailOutboxService.page",
            "MergeService.preview",
            "MergeUndoService.list",
            "MergeUndoService.preview",
            "FeedService.page",
            "NotificationFeedService.next",
            "OrganizationImportService.read",
            "OrganizationImportService.report",
            "OrganizationService.editors",
            "OrganizationService.exists",
            "OrganizationService.list",
            "OrganizationService.open",
            "OrganizationService.page",
            "OrganizationService.problems",
            "OrganizationService.read",
            "OrganizationService.require",
            "HubStatusService.last",
            "OpenStatisticsService.read",
            "OwnStatisticsService.of",
            "OwnStatisticsService.processes",
            "OwnStatisticsService.since",
            "OwnStatisticsService.until",
            "PasswordService.end",
            "PortalPurgeService.purgeable",
            "PresenceService.visit",
            "ProcessService.codesOf",
            "ProcessService.find",
            "ProcessService.list",
            "ProcessService.open",
            "ProcessService.read",
            "ReadingRightService.read",
            "ReplacementService.board",
            "ReplacementService.mine",
            "ReplacementService.problems",
            "ReadyAnswerService.list",
            "ReadyAnswerService.processes",
            "ReceiptCheckService.check",
            "ReceiptCheckService.checkLink",
            "ReceiptService.names",
            "ReceiptService.ofCase",
            "ReceiptService.ofFolder",
            "PasswordService.isWatched",
            "RescueService.count",
            "RescueService.page",
            "RescueService.read",
            "ResumableUploadService.parts",
            "ResumableUploadService.state",
            "RuleReviewService.nextRun",
            "RuleReviewService.preview",
            "RuleReviewService.waiting",
            "SavedFilterService.list",
            "SessionService.find",
            "SessionService.remaining",
            "SoftwareCertificateService.list",
            "SoftwareCertificateService.read",
            "StatisticsService.daily",
            "StatisticsService.figures",
            "StatisticsService.pickUpsSince",
            "StatisticsService.total",
            "StatisticsService.until",
            "StoreReadingService.damaged",
            "StoreReadingService.progress",
            "SubscriptionLifeService.problems",
            "SubscriptionOverviewService.count",
            "SubscriptionOverviewService.history",
            "SubscriptionOverviewService.page",
            "SubscriptionOverviewService.processes",
            "SubscriptionOverviewService.read",
            "SubscriptionOverviewService.subscribers",
            "SubscriptionOverviewService.uncertified",
            "SubscriptionRequestService.invites",
            "SubscriptionRequestService.problems",
            "SubscriptionService.codesOf",
            "SubscriptionService.exists",
            "SubscriptionService.idOf",
            "SubscriptionService.page",
            "SubscriptionService.read",
            "TotpService.again",
            "TotpService.isEnrolled",
            "TotpService.isEnrolledBy",
            "TotpService.isOffered",
            "ReminderService.neverOpened",
            "ReminderService.passwordsEnded",
            "ReminderService.passwordsEnding",
            "EndingProofService.first",
            "SilentSoftwareService.lastCalls",
            "SilentSoftwareService.of",
            "SilentSoftwareService.oldest",
            "UnopenedService.count",
            "UnopenedService.page",
            "FileScanService.problem",
            "UnreadableFileService.first",
            "UnreadableFileService.missing",
            "UnreadableFileService.unscanned",
            "WaitingCaseService.countAnswered",
            "WaitingCaseService.neighbours",
            "WaitingCaseService.page",
            "WaitingCaseService.whyEmpty",
            "WatchDelayService.list",
            "WatchDelayService.legal",
            "WebhookEndpointService.attempts",
            "WebhookEndpointService.clients",
            "WebhookEndpointService.deliveries",
            "WebhookEndpointService.list",
            "WebhookEndpointService.page",
            "WebhookEndpointService.publicKeys",
            "WebhookEndpointService.read",
            "WebhookEndpointService.recipient",
            "FilesKeptService.today");

    /** Steps of an act that is recorded at its end or at its beginning. */
    static final Set<String> ONLY_A_STEP = Set.of(
            "BundleSweepService.erase",
            "CaseDepositService.begin",
            "ConfirmationService.sendCode",
            "ResumableUploadService.begin",
            "ResumableUploadService.beginOfPerson",
            "ResumableUploadService.cancel",
            "SessionService.remember",
            "SessionService.use",
            "SessionService.extend",
            "SignInService.newCode");

    /** Methods that store something for the person alone, never shown to others. */
    static final Set<String> ONLY_HER_OWN = Set.of(
            "OrganizationImportService.check",
            "SavedFilterService.keep",
            "SavedFilterService.forget",
            "ListSettingsService.keep");

    @Test
    void everyMethodRecordsWhatItDoesOrOnlyReads() {
        var silent = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("fr.hubee").stream()
                        .filter(type -> type.isAnnotatedWith(Stateless.class) || type.isAnnotatedWith(Singleton.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(method -> !isTheHubsOwn(method))
                        .filter(method -> !records(method, new HashSet<>()))
                        .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                        .collect(Collectors.toCollection(TreeSet::new));

        var known = new TreeSet<>(ONLY_READ);
        known.addAll(ONLY_A_STEP);
        known.addAll(ONLY_HER_OWN);
        assertEquals(String.join("\n", known), String.join("\n", silent));
    }

    /** Whether only jobs call it: they act for nobody. */
    private static boolean isTheHubsOwn(JavaMethod method) {
        return Stream.of(method.tryGetAnnotationOfType(RolesAllowed.class), ofClass(method.getOwner()))
                .flatMap(Optional::stream)
                .findFirst()
                .map(roles -> List.of(roles.value()).equals(List.of(RoleNames.BATCH)))
                .orElse(false);
    }

    private static Optional<RolesAllowed> ofClass(JavaClass type) {
        return type.tryGetAnnotationOfType(RolesAllowed.class);
    }

    private static boolean records(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (!seen.add(unit)) {
            return false;
        }
        if (unit.getOwner().isEquivalentTo(AuditJournal.class) && unit.getName().equals("record")) {
            return true;
        }
        var called = Stream.concat(
                unit.getCallsFromSelf().stream().map(call -> call.getTarget().resolveMember()),
                unit.getMethodReferencesFromSelf().stream()
                        .map(reference -> reference.getTarget().resolveMember()));
        return called.flatMap(Optional::stream)
                .filter(next -> next.getOwner().getPackageName().startsWith("fr.hubee."))
                .anyMatch(next -> records(next, seen));
    }
}
