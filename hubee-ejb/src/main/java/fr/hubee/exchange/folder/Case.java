package fr.hubee.exchange.folder;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.Answers;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.exchange.status.EventsOfDay;
import fr.hubee.exchange.status.FirstTimes;
import fr.hubee.exchange.status.Milestones;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;

/**
 * The part of a folder that one instructing service handles.
 *
 * <p>Life cycle: announced with its folder ({@code HUBEE_RECEIVED}), it is notified when the folder is complete
 * ({@code HUBEE_NOTIFIED}). The service fetches it ({@code SENT}), acknowledges it ({@code SI_RECEIVED}), handles it
 * ({@code IN_PROGRESS}, {@code ADD_AWAITING}) and completes it ({@code DONE}, {@code REFUSED}), or reports that its
 * software could not integrate it ({@code SI_INTG_ERROR}). The transmitter closes it ({@code CLOSED}), and may notify
 * it again. When its démarche's retention ends, the hub archives it ({@code ARCHIVED}): its files are deleted, and it
 * cannot change any more. Its events are the history of both parties' actions.
 */
@Entity
@Table(name = "cases")
public class Case {
    @Id
    private UUID id;

    @Version
    private long version;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "folder_id")
    private Folder folder;

    private int position;

    private String externalId;

    private String processCode;

    @Embedded
    private OrganizationKey recipient;

    @Enumerated(EnumType.STRING)
    private CaseStatus status = CaseStatus.HUBEE_RECEIVED;

    @Enumerated(EnumType.STRING)
    private AccessMode accessMode;

    private String partnerAttributes;

    private String searchText;

    private Instant createdAt;

    private Instant updatedAt;

    private Instant transmittedAt;

    private Instant closedAt;

    private Instant completedAt;

    private Instant archivedAt;

    private Instant filesOpenUntil;

    @Embedded
    private Milestones milestones;

    @Embedded
    private FirstTimes firstTimes;

    @Embedded
    private EventsOfDay eventsOfDay = EventsOfDay.NONE;

    @Embedded
    @OptimisticLock(excluded = true) // who reads an answer does not change the case
    private Answers answers;

    @OneToMany(mappedBy = "theCase", cascade = CascadeType.PERSIST)
    @OrderBy("createdAt, id")
    private List<CaseEvent> events = new ArrayList<>();

    Case() {}

    Case(Folder folder, int position, NewFolder.NewCase wanted, Instant now) {
        this.id = UuidV7.next();
        this.folder = folder;
        this.position = position;
        this.externalId = wanted.externalId();
        this.processCode = folder.processCode();
        this.recipient = wanted.recipient();
        this.partnerAttributes = wanted.partnerAttributes();
        this.searchText = folder.applicant().searchText(externalId, folder.externalId());
        this.createdAt = now;
    }

    /** @param mode in which it arrives and must be completed; null when its service has not chosen one */
    void notified(AccessMode mode, Instant now) {
        status = CaseStatus.HUBEE_NOTIFIED;
        accessMode = mode;
        transmittedAt = now;
        updatedAt = now;
    }

    /** Whether it is not fetched yet and its service has not chosen a mode. */
    public boolean awaitsAccessMode() {
        return accessMode == null && status.isToBeFetched();
    }

    /** Sets the mode that its service has chosen since the case came: the case is completed in that mode. */
    void arriveIn(AccessMode chosen) {
        accessMode = chosen;
    }

    /** Sets the status on behalf of a party; the folder's status follows. */
    void setStatus(Party party, CaseStatus wanted, Instant now) {
        requireComplete();
        CaseStatus.check(party, status, wanted);
        boolean unfetched = isBack() && wanted != CaseStatus.CLOSED;
        status = wanted;
        updatedAt = now;
        closedAt = closedSince(now);
        completedAt = status.isToBeSeen() || unfetched ? completedAt : null;
        milestones = milestones().at(wanted, now);
        firstTimes = firstTimes().at(wanted, now);
        folder.follow(now);
    }

    /** Closing a closed case keeps the first date: it is a repeated request. */
    private Instant closedSince(Instant now) {
        return status != CaseStatus.CLOSED ? null : closedAt != null ? closedAt : now;
    }

    /**
     * Adds an event to the history and applies its new status at once, except for a deposit, whose files must be
     * received first: see {@link #sent}.
     */
    CaseEvent record(Party party, OrganizationKey author, NewCaseEvent wanted, Instant now) {
        requireComplete();
        requireNotArchived();
        if (wanted.caseNewStatus() != null) {
            CaseStatus.check(party, status, wanted.caseNewStatus());
        }
        var at = afterTheLast(now);
        var event = new CaseEvent(this, author, wanted, at);
        events.add(event);
        if (event.status() == EventStatus.SENT) {
            takeStatusOf(party, event, at);
        }
        return event;
    }

    /** The clocks of servers differ: an entry is never dated before the one that it follows. */
    private Instant afterTheLast(Instant now) {
        return updatedAt != null && updatedAt.isAfter(now) ? updatedAt.plus(1, ChronoUnit.MICROS) : now;
    }

    /** All files of a deposit were received: it is sent, and its new status is applied. */
    void sent(Party party, CaseEvent deposit, Instant now) {
        requireNotArchived();
        deposit.send(now);
        takeStatusOf(party, deposit, now);
    }

    private void takeStatusOf(Party party, CaseEvent event, Instant now) {
        if (isAnswer(event)) {
            answers = answers().with(event.actionType(), event.message(), now);
        }
        if (event.caseNewStatus() == null) {
            updatedAt = now;
        } else {
            setStatus(party, event.caseNewStatus(), now);
        }
        if (event.completes() || (isAnswer(event) && comesBack())) {
            completedAt = now;
        }
    }

    /** Whether something that is added makes it new again in the portal, which then fetches it once more. */
    private boolean comesBack() {
        return accessMode == AccessMode.PORTAIL && !status.isToBeSeen() && isOpen();
    }

    /** Whether something was added for which the portal has not fetched it again. */
    public boolean isBack() {
        return comesBack() && completedAt != null;
    }

    /** Whether the event is an answer of the applicant, and people of the service are to see it in the portal. */
    boolean isAnswer(CaseEvent event) {
        return Answers.isOne(event.actionType())
                && !event.transmitter().equals(recipient)
                && accessMode != AccessMode.API;
    }

    /** Whether its operator still expects something of its service. */
    boolean isOpen() {
        return status != CaseStatus.CLOSED && status != CaseStatus.ARCHIVED;
    }

    /**
     * Records that a file came after it had been transmitted. People of the service see it as an answer, unless nobody has opened the
     * case yet.
     */
    void received(Attachment late) {
        if (accessMode != AccessMode.API && !status.isToBeSeen() && late.lateAt() != null) {
            answers = answers().with(ActionType.ATTACH_DEPOSIT, null, late.lateAt());
            completedAt = comesBack() ? late.lateAt() : completedAt;
        }
    }

    /** Records that an agent of its service has seen what was sent until then. */
    void answersSeen(Instant until) {
        answers = answers().seenUntil(until);
    }

    /** The support opens its files again to the agents of its service. */
    void openFiles(Instant until) {
        filesOpenUntil = until;
    }

    /** Whether the support has opened its files again. */
    public boolean hasFilesOpened(Instant now) {
        return filesOpenUntil != null && now.isBefore(filesOpenUntil);
    }

    private void requireComplete() {
        if (!folder.isComplete()) {
            throw new InvalidRequest("Folder is not completed");
        }
    }

    /** @throws InvalidRequest once it is archived: it cannot change any more */
    void requireNotArchived() {
        if (isArchived()) {
            throw new InvalidRequest("Case is archived");
        }
    }

    boolean isArchived() {
        return archivedAt != null;
    }

    /** Records that its recipient acts on it. */
    void pickedUpBy(Caller who, Instant now) {
        firstTimes = firstTimes().pickedUpBy(who, now);
    }

    EventsOfDay eventsOfDay() {
        return eventsOfDay;
    }

    void counted(EventsOfDay events) {
        eventsOfDay = events;
    }

    private FirstTimes firstTimes() {
        return firstTimes == null ? FirstTimes.NONE : firstTimes; // as below
    }

    private Milestones milestones() {
        return milestones == null ? Milestones.NONE : milestones; // Hibernate loads all-null columns as null
    }

    /** The party to notify of an action of this one. */
    OrganizationKey counterpartOf(OrganizationKey author) {
        return author.equals(recipient) ? folder.transmitter() : recipient;
    }

    public UUID id() {
        return id;
    }

    public Folder folder() {
        return folder;
    }

    public String externalId() {
        return externalId;
    }

    public String processCode() {
        return processCode;
    }

    public OrganizationKey recipient() {
        return recipient;
    }

    public CaseStatus status() {
        return status;
    }

    /** The mode in which it arrived; null when its service had not chosen one, and for the oldest cases. */
    public AccessMode accessMode() {
        return accessMode;
    }

    public String partnerAttributes() {
        return partnerAttributes;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Instant transmittedAt() {
        return transmittedAt;
    }

    public Answers answers() {
        return answers == null ? Answers.NONE : answers; // as its milestones
    }

    /** Returns when the applicant added the missing elements; null once somebody of its service has seen it. */
    public Instant completedAt() {
        return completedAt;
    }

    public Instant closedAt() {
        return closedAt;
    }
}
