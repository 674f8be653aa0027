package fr.hubee.desk.rescue;

import fr.hubee.people.account.AccountLookup;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.desk.casework.CaseBundle;
import fr.hubee.desk.casework.CaseView;
import fr.hubee.desk.casework.HistoryPart;
import fr.hubee.desk.casework.RescuedCases;
import fr.hubee.desk.casework.RescuedCases.Rescued;
import fr.hubee.exchange.folder.AttachmentPath;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.mail.template.MailTemplate;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Roles;
import fr.hubee.kernel.shared.Page;
import fr.hubee.clients.client.Silences;
import fr.hubee.files.storage.StoredFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The local administrator of a service reads and downloads what waits for its software, once that has been silent for two days. Each
 * reading is recorded; the first one of a silence is told to the editor.
 *
 * <p>What is not open to her is empty: she may still see it by her other roles.
 */
@Stateless
@RolesAllowed(Roles.LOCAL)
public class RescueService {
    @Inject
    Silences silences;

    @Inject
    RescuedCases cases;

    @Inject
    RescueRepository rescues;

    @Inject
    AccountLookup accounts;

    @Inject
    MailOutbox outbox;

    @Inject
    Clock clock;

    /** How many wait. */
    public long count(Caller caller) {
        return rescues.count(silences.of(caller.organization()));
    }

    /** Returns the cases that have waited for longest. */
    public Page<RescuableCase> page(Caller caller, int offset, int maxResult) {
        return rescues.page(silences.of(caller.organization()), offset, maxResult);
    }

    /** For a person who opens its page; recorded. */
    public Optional<CaseView> open(Caller caller, UUID id, HistoryPart part) {
        var found = find(caller, id);
        found.ifPresent(this::tell);
        return found.map(rescued -> cases.open(caller, rescued, part));
    }

    /** For a page that is already open. */
    public Optional<CaseView> read(Caller caller, UUID id, HistoryPart part) {
        return find(caller, id).map(rescued -> cases.read(caller, rescued, part));
    }

    /** Opens a file; recorded. */
    public Optional<StoredFile> file(Caller caller, AttachmentPath.Reading path) {
        var found = find(caller, path.caseId());
        found.ifPresent(this::tell);
        return found.map(rescued -> cases.file(caller, rescued, path));
    }

    /** Opens all files of a case; recorded. */
    public Optional<CaseBundle> files(Caller caller, UUID id) {
        var found = find(caller, id);
        found.ifPresent(this::tell);
        return found.map(rescued -> cases.files(caller, rescued));
    }

    private Optional<Rescued> find(Caller caller, UUID id) {
        return cases.find(caller, id, silences.of(caller.organization()));
    }

    /** Tells the editor, once of each silence. Where nobody is there to tell, nothing is noted: whoever comes is told. */
    private void tell(Rescued rescued) {
        var silence = rescued.silence();
        var editors = silence.editor() == null
                ? List.<KnownAccount>of()
                : accounts.active(ActorType.EDITOR, silence.editor());
        if (editors.isEmpty() || !rescues.tell(silence, clock.instant())) {
            return;
        }
        var values = EditorNotice.of(silence, rescues.count(List.of(silence)));
        editors.forEach(person -> outbox.post(NewMail.to(person, MailTemplate.RESCUE, values)));
    }
}
