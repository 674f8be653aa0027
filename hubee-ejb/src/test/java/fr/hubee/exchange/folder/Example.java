package fr.hubee.exchange.folder;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.Party;
import fr.hubee.files.scan.Verdict;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.files.storage.ScannedBlob;
import fr.hubee.files.storage.StoredBlob;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A folder of one operator for two towns, at noon. */
public final class Example {
    public static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");
    public static final Instant LATER = NOON.plusSeconds(60);
    public static final String PROCESS = "EtatCivil";

    public static final OrganizationKey OPERATOR = new OrganizationKey(OrganizationType.OSL, "99000001000019", "00000");
    public static final OrganizationKey TOWN = new OrganizationKey(OrganizationType.SI, "99000101800011", "99101");
    public static final OrganizationKey VILLAGE = new OrganizationKey(OrganizationType.SI, "99000102600014", "99102");

    private Example() {}

    /** Returns a folder with a case for each recipient, and one file that all of them receive. */
    public static Folder folder(OrganizationKey... recipients) {
        var cases = IntStream.range(0, recipients.length)
                .mapToObj(i -> new NewFolder.NewCase("DILA-AEC-17-0" + (i + 1), recipients[i], null))
                .toList();
        var names = cases.stream().map(NewFolder.NewCase::externalId).toList();
        return folder(cases, List.of(pdf(names.toArray(String[]::new))));
    }

    public static Folder folder(List<NewFolder.NewCase> cases, List<NewAttachment> files) {
        var applicant = new Applicant("Camille", "Tournesol", null);
        return new Folder(OPERATOR, new NewFolder("DILA-AEC-17", PROCESS, applicant, cases, files, null), NOON);
    }

    public static Folder completeFolder(OrganizationKey... recipients) {
        var folder = folder(recipients);
        folder.complete(town -> AccessMode.API, NOON);
        return folder;
    }

    /** @param mode that its service has chosen; null where it has not */
    public static Case arrivedCase(AccessMode mode) {
        var folder = folder(TOWN);
        folder.complete(town -> mode, NOON);
        return folder.cases().get(0);
    }

    public static Case completeCase() {
        return completeFolder(TOWN).cases().get(0);
    }

    public static Case incompleteCase() {
        return folder(TOWN).cases().get(0);
    }

    /** @param recipients the cases of a folder that receive it; none for an event */
    public static NewAttachment pdf(String... recipients) {
        return new NewAttachment("demande.pdf", "ActeEtatCivil-PDF", 5, "application/pdf", List.of(recipients));
    }

    public static StoredBlob bytes() {
        return new StoredBlob(BlobKey.fresh("fs"), 5, "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=");
    }

    /** @param newStatus may be null */
    public static NewCaseEvent update(CaseStatus newStatus) {
        return event(ActionType.STATUS_UPDATE, null, newStatus);
    }

    /** @param newStatus may be null */
    public static NewCaseEvent deposit(CaseStatus newStatus, NewAttachment... files) {
        return event(ActionType.ATTACH_DEPOSIT, null, newStatus, files);
    }

    /** @param message and newStatus may be null */
    public static NewCaseEvent event(ActionType action, String message, CaseStatus newStatus, NewAttachment... files) {
        return new NewCaseEvent(action, null, message, null, true, null, newStatus, null, List.of(files), null);
    }

    public static Caller caller(String role, OrganizationKey organization, String... processCodes) {
        return new Caller("client", organization, Set.of(role), Set.of(processCodes), null);
    }

    /** Its service chooses where it works, after the case has come. */
    public static void choose(Case theCase, AccessMode mode) {
        theCase.arriveIn(mode);
    }

    /** The support opens its files again. */
    public static void openFiles(Case theCase, Instant until) {
        theCase.openFiles(until);
    }

    /** Its service gives it a status. */
    public static void move(Case theCase, CaseStatus wanted) {
        theCase.setStatus(Party.RECIPIENT, wanted, LATER);
    }

    /**
     * Archives as the purge does, by a statement.
     *
     * @param archived a folder or a case
     */
    static void archive(Object archived) {
        try {
            var archivedAt = archived.getClass().getDeclaredField("archivedAt");
            archivedAt.setAccessible(true);
            archivedAt.set(archived, NOON);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static ScannedBlob clean(StoredBlob blob) {
        return new ScannedBlob(blob, new Verdict(Verdict.Kind.CLEAN, null));
    }

    static ScannedBlob judged(Verdict.Kind kind, String detail) {
        return new ScannedBlob(bytes(), new Verdict(kind, detail));
    }

    /** Returns a deposit of the operator, sent at noon and read by the service later. */
    public static CaseEvent readDeposit() {
        var theCase = arrivedCase(AccessMode.PORTAIL);
        var event = theCase.record(Party.TRANSMITTER, OPERATOR, deposit(null, pdf()), NOON);
        receiveAll(event.attachments().stream());
        theCase.sent(Party.TRANSMITTER, event, NOON);
        event.acknowledge(LATER);
        return event;
    }

    /** Receives all the files of an event. */
    static void receiveAll(Stream<Attachment> files) {
        files.forEach(file -> file.receive(clean(bytes()), NOON));
    }
}
