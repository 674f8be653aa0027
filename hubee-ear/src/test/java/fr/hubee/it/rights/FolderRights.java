package fr.hubee.it.rights;

import fr.hubee.desk.casework.AnswerService;
import fr.hubee.desk.casework.AssignmentService;
import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.desk.casework.CaseDepositService;
import fr.hubee.desk.casework.CaseDownloadService;
import fr.hubee.desk.casework.CaseMove;
import fr.hubee.desk.casework.CaseReadingService;
import fr.hubee.desk.casework.CaseSupportService;
import fr.hubee.desk.casework.CaseView.HistoryPart;
import fr.hubee.desk.casework.CaseWorkService;
import fr.hubee.desk.casework.PresenceService;
import fr.hubee.exchange.feed.FeedService;
import fr.hubee.exchange.folder.Applicant;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.AttachmentService;
import fr.hubee.exchange.folder.CaseAttachment;
import fr.hubee.exchange.folder.CaseService;
import fr.hubee.exchange.folder.FileScanService;
import fr.hubee.exchange.folder.FolderSubmissionService;
import fr.hubee.exchange.folder.NewCaseEvent;
import fr.hubee.exchange.folder.NewFolder;
import fr.hubee.exchange.folder.ResumableUploadService;
import fr.hubee.exchange.notification.NotificationFeedService;
import fr.hubee.exchange.notification.PortalPurgeService;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.exchange.notification.QueueQuery;
import fr.hubee.exchange.receipt.ReceiptCheckService;
import fr.hubee.exchange.receipt.ReceiptService;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.exchange.status.FolderStatus;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.BlobSweepService;
import fr.hubee.files.storage.Upload;
import fr.hubee.files.storage.UploadPart;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.UuidV7;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Rights on folders, cases, their files and notifications. */
final class FolderRights {
    private static final String PARTNERS = "OSL SI ADMIN NATIONAL";
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";

    private FolderRights() {}

    static void add(RightsTable rights) {
        var caseWork = rights.to(CaseWorkService.class);
        caseWork.method("move", "AGENT", "")
                .returns((it, caller, side) -> it.move(caller, List.of(side.theCase()), untouched()).lines().stream()
                        .noneMatch(line -> line.externalId() == null));
        caseWork.method("displayed", "AGENT", "").runs((it, caller, side) -> it.displayed(caller, side.theCase()));
        caseWork.method("begin", "AGENT", "").runs((it, caller, side) -> it.begin(caller, side.theCase()));
        caseWork.method("comment", "AGENT", "").runs((it, caller, side) -> it.comment(caller, side.theCase(), "Vu"));
        caseWork.method("message", "AGENT", "")
                .runs((it, caller, side) -> it.message(caller, side.theCase(), "Bonjour"));

        var handling = rights.to(AssignmentService.class);
        handling.method("handlers", "NATIONAL AGENT")
                .runs((it, caller, side) -> it.handlers(caller, List.of(side.theCase())));
        handling.method("colleagues", "AGENT", "").runs((it, caller, side) -> it.colleagues(caller, side.theCase()));
        handling.method("take", "AGENT", "").runs((it, caller, side) -> it.take(caller, side.theCase()));
        handling.method("takeIfFree", "AGENT", "").runs((it, caller, side) -> it.takeIfFree(caller, side.theCase()));
        handling.method("handOn", "AGENT", "").runs((it, caller, side) -> {
            it.take(caller, side.theCase());
            var herself = it.handlers(caller, List.of(side.theCase()));
            it.handOn(caller, side.theCase(), herself.get(side.theCase()).accountId());
        });
        handling.method("giveBack", "AGENT", "").runs((it, caller, side) -> it.giveBack(caller, side.theCase()));

        rights.to(PresenceService.class)
                .method("visit", "AGENT", "")
                .runs((it, caller, side) -> it.visit(caller, side.theCase()));

        var answers = rights.to(AnswerService.class);
        answers.method("news", "NATIONAL AGENT").runs((it, caller, side) -> it.news(caller, Map.of()));
        answers.method("seen", "AGENT", "").runs((it, caller, side) -> it.seen(caller, side.theCase(), Instant.now()));

        var reading = rights.to(CaseReadingService.class);
        reading.method("read", "NATIONAL ADMIN BUSINESS AGENT", ADMINISTRATORS)
                .returns((it, caller, side) -> it.read(caller, side.theCase(), HistoryPart.NEWEST));
        reading.method("open", "NATIONAL ADMIN BUSINESS AGENT", ADMINISTRATORS)
                .returns((it, caller, side) -> it.open(caller, side.theCase(), HistoryPart.NEWEST));
        reading.method("print", "NATIONAL ADMIN BUSINESS AGENT", ADMINISTRATORS)
                .returns((it, caller, side) -> it.print(caller, side.theCase(), HistoryPart.NEWEST));

        var support = rights.to(CaseSupportService.class);
        support.method("find", ADMINISTRATORS)
                .returns((it, caller, side) -> it.find(caller, side.town(), "no-such-number"));
        support.method("reopen", ADMINISTRATORS)
                .runs((it, caller, side) -> it.reopen(caller, side.theCase(), "Terminé par erreur"));

        support.method("withdraw", ADMINISTRATORS)
                .runs((it, caller, side) -> it.withdraw(caller, side.theCase(), side.event(), "Envoyé par erreur"));
        support.method("openFiles", ADMINISTRATORS)
                .runs((it, caller, side) -> it.openFiles(caller, side.theCase(), "Perdu"));

        var download = rights.to(CaseDownloadService.class);
        download.method("open", "AGENT", "").returns((it, caller, side) -> it.open(caller, side.file()));
        download.method("show", "AGENT", "").returns((it, caller, side) -> it.show(caller, side.file()));
        download.method("taken", "AGENT", "").runs((it, caller, side) -> it.taken(caller, side.file()));
        download.method("openAll", "AGENT", "")
                .returns((it, caller, side) -> it.openAll(caller, List.of(side.theCase())));
        download.method("preview", "AGENT", "")
                .returns((it, caller, side) -> it.preview(caller, List.of(side.theCase())));
        download.method("openAgain", "AGENT", "")
                .runs((it, caller, side) -> it.openAgain(caller, List.of(nothing(side))));
        download.method("takenAll", "AGENT", "").runs((it, caller, side) -> it.takenAll(caller, nothing(side)));

        var deposits = rights.to(CaseDepositService.class);
        deposits.method("deposit", "AGENT", "")
                .runs((it, caller, side) -> it.deposit(caller, side.theCase(), List.of()));
        deposits.method("begin", "AGENT", "").returns((it, caller, side) -> it.begin(caller, side.theCase(), 1));
        deposits.method("append", "AGENT", "")
                .runs((it, caller, side) -> it.append(caller, it.begin(caller, side.theCase(), 1), 0, nothing()));
        deposits.method("depositUploaded", "AGENT", "")
                .runs((it, caller, side) -> it.depositUploaded(caller, it.begin(caller, side.theCase(), 1), List.of()));

        var portal = rights.to(PortalReceptionService.class);
        portal.method("waiting", "BATCH").returns((it, caller, side) -> it.waiting(new UUID(0, 0), 1));
        portal.method("receive", "BATCH").runs((it, caller, side) -> it.receive(side.theCase()));

        var folders = rights.to(FolderSubmissionService.class);
        folders.method("create", "OSL ADMIN NATIONAL", ADMINISTRATORS)
                .returns((it, caller, side) -> it.create(caller, folderWithoutCases(side)));
        folders.method("read", "OSL ADMIN NATIONAL", ADMINISTRATORS)
                .returns((it, caller, side) -> it.read(caller, side.folder()));
        folders.method("setStatus", "OSL ADMIN NATIONAL", ADMINISTRATORS)
                .runs((it, caller, side) ->
                        it.setStatus(caller, side.folder(), FolderStatus.HUBEE_RECEIVED, null, false));
        folders.method("delete", "OSL ADMIN NATIONAL", ADMINISTRATORS)
                .runs((it, caller, side) -> it.delete(caller, side.folder()));

        var theCase = rights.to(CaseService.class);
        theCase.method("read", PARTNERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.read(caller, side.theCase(), 1));
        theCase.method("eventsAfter", PARTNERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.eventsAfter(caller, side.theCase(), null, 1));
        theCase.method("files", PARTNERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.files(caller, side.theCase()));
        theCase.method("setStatus", PARTNERS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.setStatus(caller, side.theCase(), CaseStatus.HUBEE_RECEIVED));
        theCase.method("recordEvent", PARTNERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.recordEvent(caller, side.theCase(), depositWithoutFiles()));
        theCase.method("readEvent", PARTNERS, ADMINISTRATORS)
                .returns((it, caller, side) -> it.readEvent(caller, side.theCase(), side.event()));
        theCase.method("setEventStatus", "SI", "")
                .runs((it, caller, side) -> it.setEventStatus(caller, side.theCase(), side.event(), EventStatus.SENT));
        theCase.method("deleteEvent", PARTNERS, ADMINISTRATORS)
                .runs((it, caller, side) -> it.deleteEvent(caller, side.theCase(), side.event()));
        theCase.method("migrate", "SI ADMIN NATIONAL", ADMINISTRATORS)
                .returns((it, caller, side, world) ->
                        it.migrate(caller, side.town(), world.other(side).town()));

        var files = rights.to(AttachmentService.class);
        files.method("receive", "OSL ADMIN NATIONAL", ADMINISTRATORS).runs((it, caller, side) -> {
            var path = new AttachmentPath.OfFolder(side.folder(), side.attachment());
            it.receive(caller, path, new Upload(InputStream.nullInputStream()), null);
        });
        files.method("open", "OSL SI", "").returns((it, caller, side) -> it.open(caller, side.file()));

        var uploads = rights.to(ResumableUploadService.class);
        uploads.method("begin", "OSL ADMIN NATIONAL", ADMINISTRATORS)
                .returns((it, caller, side) ->
                        it.begin(caller, new AttachmentPath.OfFolder(side.folder(), side.attachment()), null, null));
        uploads.method("beginOfPerson", "AGENT NATIONAL", "NATIONAL")
                .returns((it, caller, side) -> it.beginOfPerson(caller, side.theCase(), 1));
        uploads.method("state", "AGENT NATIONAL", "NATIONAL")
                .returns((it, caller, side) -> it.state(caller, ofPerson(it, caller, side)));
        uploads.method("parts", "AGENT NATIONAL", "NATIONAL")
                .returns((it, caller, side) -> it.parts(caller, ofPerson(it, caller, side)));
        uploads.method("find", "OSL ADMIN NATIONAL AGENT", ADMINISTRATORS)
                .returns((it, caller, side) -> it.find(caller, begun(it, caller, side)));
        uploads.method("append", "OSL ADMIN NATIONAL AGENT", ADMINISTRATORS)
                .runs((it, caller, side) -> it.append(caller, begun(it, caller, side), 0, nothing()));
        uploads.method("cancel", "OSL ADMIN NATIONAL AGENT", ADMINISTRATORS)
                .runs((it, caller, side) -> it.cancel(caller, begun(it, caller, side)));
        uploads.method("forgetOld", "BATCH").returns((it, caller, side) -> it.forgetOld());

        var fileScan = rights.to(FileScanService.class);
        fileScan.method("judgeServed", "BATCH")
                .runs((it, caller, side) -> it.judgeServed(
                        UUID.randomUUID(), BlobKey.fresh("fs"), new Verdict(Verdict.Kind.INFECTED, "any")));
        fileScan.method("scan", "BATCH").runs((it, caller, side) -> it.scan(UuidV7.BEFORE_ALL));

        var check = rights.to(ReceiptCheckService.class);
        check.method("checkLink", "*").runs((it, caller, side) -> it.checkLink(World.HERE, "any"));
        check.method("check", "*").runs((it, caller, side) -> it.check(World.HERE, "any"));

        var receipt = rights.to(ReceiptService.class);
        receipt.method("names", "OSL SI ADMIN NATIONAL BUSINESS AGENT")
                .returns((it, caller, side) -> it.names(caller, List.of()));
        receipt.method("ofCase", "OSL SI ADMIN NATIONAL BUSINESS AGENT", ADMINISTRATORS)
                .returns((it, caller, side) -> it.ofCase(caller, side.theCase()));
        receipt.method("ofFolder", "OSL ADMIN NATIONAL", ADMINISTRATORS)
                .returns((it, caller, side) -> it.ofFolder(caller, side.folder()));

        var purge = rights.to(PortalPurgeService.class);
        purge.method("purgeable", PARTNERS, PARTNERS).returns((it, caller, side) -> it.purgeable(caller));
        purge.method("purged", PARTNERS, ADMINISTRATORS).runs((it, caller, side) -> {
            var copy = new CaseAttachment.Id(side.theCase(), side.attachment());
            it.purged(caller, List.of(copy));
        });

        rights.to(BlobSweepService.class).method("sweep", "BATCH").returns((it, caller, side) -> it.sweep());

        var events = rights.to(FeedService.class);
        events.method("page", "OSL SI").returns((it, caller, side) -> it.page(caller, null, 1));
        events.method("keep", "BATCH").returns((it, caller, side) -> it.keep());
        var feed = rights.to(NotificationFeedService.class);
        feed.method("next", "SI ADMIN NATIONAL", ADMINISTRATORS)
                .returns((it, caller, side) ->
                        it.next(caller, new QueueQuery(10_000, Set.of(side.processCode()), Set.of(), false)).stream()
                                .anyMatch(line -> line.id().equals(side.notification())));
        feed.method("delete", "SI ADMIN NATIONAL", ADMINISTRATORS)
                .runs((it, caller, side) -> it.delete(caller, side.notification()));
    }

    /** Returns a ZIP of a case that arrived in software: refused for that reason, but only after the rights are checked. */
    private static CaseBundle nothing(Side side) {
        return new CaseBundle(side.theCase(), "DILA-EtatC-1", List.of());
    }

    private static CaseMove untouched() {
        return CaseMove.of(CaseStatus.SENT, CaseStatus.SI_RECEIVED, null);
    }

    /** Returns a folder that is refused for its content, but only after the rights are checked. */
    private static NewFolder folderWithoutCases(Side side) {
        return new NewFolder(
                "TEST-RIGHTS-1",
                side.processCode(),
                new Applicant("Camille", "Exemple", null),
                List.of(),
                List.of(),
                null);
    }

    private static NewCaseEvent depositWithoutFiles() {
        return new NewCaseEvent(ActionType.ATTACH_DEPOSIT, null, null, null, true, null, null, null, List.of(), null);
    }

    private static UUID begun(ResumableUploadService uploads, Caller caller, Side side) {
        var path = new AttachmentPath.OfFolder(side.folder(), side.attachment());
        return caller.is(RoleNames.MANAGE_FOLDERS)
                ? ofPerson(uploads, caller, side)
                : uploads.begin(caller, path, null, null);
    }

    /** Returns an upload of the person; one of nobody for who begins none. */
    private static UUID ofPerson(ResumableUploadService uploads, Caller caller, Side side) {
        return caller.is(RoleNames.MANAGE_FOLDERS)
                ? uploads.beginOfPerson(caller, side.theCase(), 1)
                : UUID.randomUUID();
    }

    private static UploadPart nothing() {
        return new UploadPart(InputStream.nullInputStream(), null, false, () -> {});
    }
}
