package fr.hubee.demonstration.data;

import fr.hubee.exchange.folder.Applicant;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.exchange.folder.AttachmentService;
import fr.hubee.exchange.folder.CaseService;
import fr.hubee.exchange.folder.FolderSubmissionService;
import fr.hubee.exchange.folder.NewAttachment;
import fr.hubee.exchange.folder.NewCaseEvent;
import fr.hubee.exchange.folder.NewFolder;
import fr.hubee.exchange.notification.PortalReceptionService;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.exchange.status.FolderStatus;
import fr.hubee.files.storage.Upload;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.PartnerInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Sends télédossiers, and lets both parties do what their histories say. */
@ApplicationScoped
class Teledossiers {
    private static final String VERSION = "4.2";

    /** Delays after which an operator's software, that of a town, or the portal reads what is new. */
    private static final Duration OPERATOR_READS = Duration.ofMinutes(7);

    private static final Duration TOWN_READS = Duration.ofSeconds(35);
    private static final Duration PORTAL_READS = Duration.ofSeconds(3);

    @Inject
    FolderSubmissionService folders;

    @Inject
    AttachmentService files;

    @Inject
    CaseService cases;

    @Inject
    PortalReceptionService reception;

    @Inject
    PortalWork portal;

    @Inject
    PartnerSoftware software;

    /** A télédossier, once it is announced. */
    private static final class Sent {
        private final SampleFolder sample;
        private final Caller operator;
        private UUID folderId;
        private UUID caseId;
        private List<UUID> files;

        Sent(SampleFolder sample) {
            this.sample = sample;
            this.operator = PartnerSoftware.of(sample.process().operator);
        }
    }

    void addTo(Timeline timeline, SampleFolder sample) {
        var sent = new Sent(sample);
        timeline.at(sample.created(), () -> announce(sent));
        timeline.at(sample.created().plusSeconds(2), () -> upload(sent));
        timeline.at(sample.transmitted(), () -> complete(sent));
        if (sample.handler() != null) {
            timeline.at(
                    sample.transmitted().plus(Duration.ofHours(2)), () -> portal.take(sample.handler(), sent.caseId));
        }
        for (var step : sample.steps()) {
            timeline.at(step.at(), () -> happens(sent, step));
            if (step.notified() && step.by() == HistoryStep.By.OPERATOR) {
                timeline.at(
                        step.at().plus(sample.town().inPortal() ? PORTAL_READS : TOWN_READS), () -> townReads(sent));
            } else if (step.notified()) {
                var read = step.at().plus(OPERATOR_READS);
                timeline.at(read, () -> software.poll(sent.operator));
                if (!sample.town().inPortal()) { // whose queues the hub empties, once its timers begin
                    timeline.at(read.plus(TOWN_READS), () -> townReads(sent));
                }
            }
        }
    }

    private void announce(Sent sent) {
        var sample = sent.sample;
        var number = sample.number() + "-01";
        var wanted = new NewFolder(
                sample.number(),
                sample.process().code,
                new Applicant(sample.applicant().firstName(), sample.applicant().lastName(), null),
                List.of(new NewFolder.NewCase(number, sample.town().organization(), null)),
                sample.files().stream().map(file -> announced(file, number)).toList(),
                application(sample));
        var made = AsCaller.call(sent.operator, () -> folders.create(sent.operator, wanted));
        sent.folderId = made.id();
        sent.caseId = made.cases().get(0).id();
        sent.files = made.attachments().stream().map(file -> file.id()).toList();
    }

    private void upload(Sent sent) {
        for (int each = 0; each < sent.files.size(); each++) {
            var path = new AttachmentPath.OfFolder(sent.folderId, sent.files.get(each));
            upload(sent.operator, path, sent.sample.files().get(each));
        }
    }

    private void upload(Caller caller, AttachmentPath.Deposit path, SampleFile file) {
        var bytes = new Upload(new ByteArrayInputStream(file.bytes()));
        AsCaller.run(caller, () -> files.receive(caller, path, bytes, null));
    }

    private void complete(Sent sent) {
        AsCaller.run(
                sent.operator,
                () -> folders.setStatus(sent.operator, sent.folderId, FolderStatus.HUBEE_COMPLETED, null, false));
    }

    private void happens(Sent sent, HistoryStep step) {
        switch (step.by()) {
            case HUB -> townReads(sent);
            case OPERATOR -> record(sent, sent.operator, application(sent.sample), step);
            case TOWN -> {
                var town = sent.sample.town();
                if (town.inPortal()) {
                    portal.act(sent.caseId, step);
                } else {
                    record(sent, PartnerSoftware.of(town), new PartnerInfo(null, town.software, null), step);
                }
            }
        }
    }

    private void townReads(Sent sent) {
        if (sent.sample.town().inPortal()) {
            AsCaller.run(Caller.HUB, () -> reception.receive(sent.caseId));
        } else {
            software.poll(PartnerSoftware.of(sent.sample.town()));
        }
    }

    private void record(Sent sent, Caller caller, PartnerInfo application, HistoryStep step) {
        var wanted = new NewCaseEvent(
                step.action(),
                step.author(),
                step.message(),
                step.comment(),
                step.notified(),
                step.before().name(),
                step.after(),
                null,
                step.files().stream().map(file -> announced(file)).toList(),
                application);
        var event = AsCaller.call(caller, () -> cases.recordEvent(caller, sent.caseId, wanted));
        if (step.action() == ActionType.ATTACH_DEPOSIT) {
            for (int each = 0; each < step.files().size(); each++) {
                var id = event.attachments().get(each).id();
                upload(
                        caller,
                        new AttachmentPath.OfEvent(sent.caseId, event.id(), id),
                        step.files().get(each));
            }
            AsCaller.run(caller, () -> cases.setEventStatus(caller, sent.caseId, event.id(), EventStatus.SENT));
        }
    }

    /** @param recipients the cases of a folder that receive it; none for an event */
    private static NewAttachment announced(SampleFile file, String... recipients) {
        return new NewAttachment(file.name(), file.type(), file.bytes().length, file.mimeType(), List.of(recipients));
    }

    private static PartnerInfo application(SampleFolder sample) {
        return new PartnerInfo(null, sample.process().operator.application, VERSION);
    }
}
