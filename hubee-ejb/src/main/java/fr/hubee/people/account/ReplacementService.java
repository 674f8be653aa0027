package fr.hubee.people.account;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FieldChecks;
import fr.hubee.kernel.shared.FieldProblem;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.identity.NewReplacement;
import fr.hubee.people.identity.NewReplacement.ReplacementField;
import fr.hubee.people.identity.ReplacementBoard;
import fr.hubee.people.identity.ReplacementBoard.Candidate;
import fr.hubee.people.identity.ReplacementBoard.ReplacementLine;
import fr.hubee.people.identity.ReplacementBoard.ReplacementLine.State;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Lets administrators name the deputy of an absent person. */
@Stateless
@RolesAllowed({RoleNames.MANAGE_USERS, RoleNames.ADMIN})
public class ReplacementService {
    @Inject
    ReplacementRepository replacements;

    @Inject
    AccountRepository accounts;

    @Inject
    AccountAccess access;

    @Inject
    AuditJournal journal;

    @Inject
    Event<AccountEvent> happened;

    @Inject
    Clock clock;

    @RolesAllowed({RoleNames.READ_USERS, RoleNames.ADMIN})
    public ReplacementBoard board(Caller caller, UUID absent) {
        var account = access.readable(caller, absent);
        var lent = replacements.lent(account);
        return new ReplacementBoard(
                lines(replacements.planned(absent, today())),
                lent.processCodes().isEmpty() ? List.of() : candidates(access.actor(caller), account),
                lent.manages(),
                lent.processCodes());
    }

    private List<Candidate> candidates(Actor actor, Account absent) {
        return actor.type().manages().contains(absent.actorType())
                ? accounts.active(null, absent.organization()).stream()
                        .filter(person -> ReplacementPolicy.mayReplace(actor, absent, person))
                        .map(person -> new Candidate(person.id(), person.name()))
                        .toList()
                : List.of();
    }

    /** Returns the replacements that have not ended, in which the caller is a deputy or absent. */
    @RolesAllowed(RoleNames.PERSON)
    public List<ReplacementLine> mine(Caller caller) {
        return lines(replacements.around(access.own(caller).id(), today()));
    }

    private List<ReplacementLine> lines(List<ReplacementRepository.Row> rows) {
        return rows.stream().map(this::line).toList();
    }

    private ReplacementLine line(ReplacementRepository.Row row) {
        var replacement = row.replacement();
        return new ReplacementLine(
                replacement.id(),
                row.absent().id(),
                row.absent().name(),
                row.deputy().id(),
                row.deputy().name(),
                replacement.firstDay(),
                replacement.lastDay(),
                state(row));
    }

    private State state(ReplacementRepository.Row row) {
        if (!row.replacement().isRunning(today())) {
            return State.COMING;
        }
        return ReplacementPolicy.lends(row.replacement(), row.absent(), row.deputy(), today())
                ? State.RUNNING
                : State.WITHOUT_EFFECT;
    }

    /** All that {@link #name} refuses in the fields, for its form. */
    public List<FieldProblem<ReplacementField>> problems(Caller caller, UUID absent, NewReplacement wanted) {
        return problems(access.actor(caller), managed(caller, access.readable(caller, absent)), wanted);
    }

    /**
     * Names the deputy of that person from one day to another. A concurrent naming for her waits.
     *
     * @throws InvalidRequest with a message for the person who fills in the form
     */
    @RecentSecondFactor
    public void name(Caller caller, UUID absent, NewReplacement wanted) {
        access.readable(caller, absent);
        var account = managed(caller, accounts.requireForUpdate(absent));
        FieldProblem.requireNone(problems(access.actor(caller), account, wanted));
        replacements.add(new Replacement(absent, wanted, clock.instant()));
        var deputy = accounts.find(wanted.deputy()).orElseThrow();
        record(
                caller,
                AuditAction.DEPUTY_NAMED,
                account,
                Changes.of("deputy", deputy.email())
                        .and("firstDay", wanted.firstDay())
                        .and("lastDay", wanted.lastDay()));
        happened.fire(new AccountEvent.DeputyNamed(
                deputy.id(),
                account.id(),
                accounts.organizationName(account.organization()),
                wanted.firstDay(),
                wanted.lastDay()));
    }

    /** Ends a replacement before its last day; one that has not begun never begins. */
    @RecentSecondFactor
    public void end(Caller caller, UUID id) {
        var replacement = replacements.requireForUpdate(id);
        var account = managed(caller, access.readable(caller, replacement.absentId()));
        if (replacement.isOver(today())) {
            throw new InvalidRequest(Words.text("people.replacement.over"));
        }
        replacement.end(clock.instant());
        var deputy = accounts.find(replacement.deputyId()).orElseThrow();
        record(
                caller,
                AuditAction.DEPUTY_ENDED,
                account,
                Changes.of("deputy", deputy.email()).and("lastDay", replacement.lastDay(), today()));
    }

    private Account managed(Caller caller, Account account) {
        access.actor(caller).requireManages(account.actorType());
        return account;
    }

    private List<FieldProblem<ReplacementField>> problems(Actor actor, Account absent, NewReplacement wanted) {
        if (replacements.lent(absent).processCodes().isEmpty()) {
            throw new InvalidRequest(Words.text("people.replacement.nothing"));
        }
        var days = new FieldChecks<ReplacementField>()
                .check(ReplacementField.FIRST_DAY, () -> ReplacementPolicy.requireFirstDay(wanted, today()))
                .check(ReplacementField.LAST_DAY, () -> ReplacementPolicy.requireLastDay(wanted))
                .problems();
        return new FieldChecks<ReplacementField>()
                .check(ReplacementField.DEPUTY, () -> requireDeputy(actor, absent, wanted.deputy()))
                .and(days)
                .and(days.isEmpty() ? free(absent, wanted) : List.of())
                .problems();
    }

    private List<FieldProblem<ReplacementField>> free(Account absent, NewReplacement wanted) {
        var others = replacements.planned(absent.id(), today()).stream()
                .map(ReplacementRepository.Row::replacement)
                .toList();
        return new FieldChecks<ReplacementField>()
                .check(ReplacementField.FIRST_DAY, () -> ReplacementPolicy.requireFree(wanted, others))
                .problems();
    }

    private void requireDeputy(Actor actor, Account absent, UUID deputy) {
        if (Stream.ofNullable(deputy)
                .flatMap(id -> accounts.find(id).stream())
                .noneMatch(person -> ReplacementPolicy.mayReplace(actor, absent, person))) {
            throw new InvalidRequest(Words.text("people.replacement.deputy"));
        }
    }

    private LocalDate today() {
        return ReplacementPolicy.today(clock);
    }

    private void record(Caller caller, AuditAction action, Account absent, Changes changes) {
        journal.record(
                Act.by(caller, action).on(absent.organization(), absent.id()).with(changes));
    }
}
