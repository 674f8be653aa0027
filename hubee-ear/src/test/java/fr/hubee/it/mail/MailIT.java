package fr.hubee.it.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.InTransaction;
import fr.hubee.it.Mailbox;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Conflict;
import fr.hubee.kernel.trace.Requester;
import fr.hubee.mail.outbox.MailLine;
import fr.hubee.mail.outbox.MailOutbox;
import fr.hubee.mail.outbox.MailOutboxService;
import fr.hubee.mail.outbox.MailQuery;
import fr.hubee.mail.outbox.MailQueue;
import fr.hubee.mail.outbox.MailSendingService;
import fr.hubee.mail.outbox.MailState;
import fr.hubee.mail.outbox.MailTemplate;
import fr.hubee.mail.outbox.MailValues;
import fr.hubee.mail.outbox.NewMail;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.password.PasswordEvent;
import fr.hubee.people.password.PasswordLink.LinkPurpose;
import fr.hubee.people.secondfactor.SecondFactorEvent;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks that a mail is sent once, when it can be, and that useless ones are not sent. */
class MailIT extends InServer {
    static final Caller ADMIN = new Caller("admin@hubee.example", null, Set.of(RoleNames.ADMIN), Set.of(), "127.0.0.1");

    @Inject
    MailOutbox outbox;

    @Inject
    MailSendingService sending;

    @Inject
    MailQueue queue;

    @Inject
    MailOutboxService mails;

    @Inject
    AuditService audit;

    @Inject
    InTransaction transaction;

    @Inject
    Event<PasswordEvent> happened;

    @Inject
    Event<SecondFactorEvent> codes;

    @AfterEach
    void theRelayIsThereForTheOthers() {
        Relay.up();
    }

    @Test
    void whatIsCommittedLeavesAtOnceInBothForms() throws Exception {
        var to = fresh("ada");
        post(to);

        var mail = Mailbox.of(to).await();

        assertEquals("HubEE - Votre mot de passe a été modifié", mail.subject());
        assertTrue(mail.text().startsWith("Bonjour Élodie <b>d'Été</b>,\n"), mail.text());
        assertTrue(mail.html().contains("Bonjour Élodie &lt;b&gt;d&#39;Été&lt;/b&gt;,"), mail.html());
        assertTrue(mail.header("Content-Type").startsWith("multipart/alternative"), mail.toString());
        assertEquals("auto-generated", mail.header("Auto-Submitted"));
        assertEquals("ne-pas-repondre@hubee.example", mail.header("From"));
        assertTrue(mail.header("Message-ID").matches("<[-0-9a-f]{36}@localhost>"), mail.header("Message-ID"));
        assertNotNull(mail.header("Date"));
        assertNull(mail.header("Reply-To"));
        assertEquals(MailState.SENT, await(to, MailState.SENT).state());
    }

    @Test
    void aTextThatTheDeployerReplacedIsTheOneThatLeaves() throws Exception {
        var to = fresh("ada");
        post(to);

        var mail = Mailbox.of(to).await();

        assertTrue(mail.text().endsWith("\nCourriel du serveur des tests : http://localhost:8080\n"), mail.text());
        assertTrue(mail.html().contains("Courriel envoyé automatiquement par HubEE"), mail.html());
    }

    @Test
    void whatIsUndoneNeverLeaves() throws Exception {
        var undone = fresh("undone");
        transaction.undo(() -> outbox.post(mail(undone)));
        var next = fresh("next");
        post(next);
        Mailbox.of(next).await();

        sending.sendDue(Requester.NOBODY);

        assertEquals(List.of(), Mailbox.of(undone).mails());
        assertEquals(0, page(undone).size());
    }

    @Test
    void whatIsPostedWhileTheRelayIsDownStaysAndLeavesWhenItIsBack() throws Exception {
        Relay.down();
        var first = fresh("first");
        var second = fresh("second");
        post(first);
        post(second);

        assertEquals(0, sending.sendDue(Requester.NOBODY));

        Wait.until(() -> line(first).attempts() == 0); // a round of its own may have it just now
        assertEquals(MailState.WAITING, line(second).state());
        assertTrue(AsCaller.call(ADMIN, mails::counts).relayDown());
        Relay.up();
        sending.sendDue(Requester.NOBODY);
        assertEquals(1, Mailbox.of(first).await(1).size());
        assertEquals(1, Mailbox.of(second).await(1).size());
        post(fresh("third"));
        Wait.until(() -> AsCaller.call(ADMIN, mails::counts), counts -> !counts.relayDown());
    }

    @Test
    void aRefusalForNowIsTriedAgainAndTheOthersLeave() throws Exception {
        var later = fresh("later.ada");
        var other = fresh("other");
        transaction.commit(() -> {
            outbox.post(mail(later));
            outbox.post(mail(other));
        });
        Mailbox.of(other).await();
        var waiting = awaitError(later);
        assertEquals(MailState.WAITING, waiting.state());
        assertEquals("451 4.7.1", waiting.lastError());
        assertTrue(waiting.nextAttemptAt().isAfter(waiting.createdAt().plusSeconds(59)), waiting.toString());

        dueNow(later);
        sending.sendDue(Requester.NOBODY);

        Mailbox.of(later).await();
        assertEquals(2, await(later, MailState.SENT).attempts());
    }

    @Test
    void aMailThatCannotBeMadeStopsNoOther() throws Exception {
        var broken = fresh("broken");
        var other = fresh("other");
        transaction.commit(() -> {
            outbox.post(NewMail.to(broken, MailTemplate.PASSWORD_CHANGED, MailValues.NONE));
            outbox.post(mail(other));
        });

        Mailbox.of(other).await();

        assertEquals("not made: IllegalStateException", awaitError(broken).lastError());
        change("delete from mail where recipient = ?", broken);
    }

    @Test
    void aLineThatBreaksAfterTheMessageIsTriedAgainUnderTheSameIdentifier() throws Exception {
        var cut = fresh("cut.ada");
        var other = fresh("other");
        transaction.commit(() -> {
            outbox.post(mail(cut));
            outbox.post(mail(other));
        });
        Mailbox.of(other).await();
        assertEquals(
                "the relay did not answer, or broke the line", awaitError(cut).lastError());
        var id = Database.text("select message_id from mail where recipient = ?", cut);

        dueNow(cut);
        sending.sendDue(Requester.NOBODY);

        assertEquals(id, Mailbox.of(cut).await().header("Message-ID"));
    }

    @Test
    void whileTheRelayDoesNotAnswerToAMessageTheOthersLeaveAndNothingIsHeld() throws Exception {
        var hung = fresh("hung.ada");
        post(hung);
        await(hung, line -> line.attempts() == 1);
        var tried = Database.text("select now()");
        var others =
                IntStream.range(0, 30).mapToObj(each -> fresh("other" + each)).toList();
        transaction.commit(() -> others.forEach(to -> outbox.post(mail(to))));

        for (var other : others) {
            await(other, MailState.SENT);
        }

        assertEquals("0", Database.text("""
                select count(*) from pg_stat_activity where usename = ? and state like 'idle in transaction%'
                    and xact_start < cast(? as timestamptz)""", "hubee", tried));
        assertNotNull(Database.text("select id from mail where recipient = ? for update nowait", hung));
        var failed = awaitError(hung);
        assertEquals(MailState.WAITING, failed.state());
        assertEquals("the relay did not answer, or broke the line", failed.lastError());
        var failedAt = failed.nextAttemptAt().minusSeconds(60);
        assertTrue(line(others.get(0)).endedAt().isBefore(failedAt), "it waited for the one that hung");
        for (var other : others) {
            assertEquals(1, Mailbox.of(other).mails().size());
        }

        dueNow(hung);
        sending.sendDue(Requester.NOBODY);

        assertEquals(2, await(hung, MailState.SENT).attempts());
        assertEquals(1, Mailbox.of(hung).await(1).size());
    }

    @Test
    void aRefusalForGoodIsGivenUpAtOnceReportedAndRelaunchedOnDemand() throws Exception {
        var refused = fresh("refused.ada");
        post(refused);

        var givenUp = await(refused, MailState.GIVEN_UP);

        assertEquals(1, givenUp.attempts());
        assertEquals("550 5.1.1 no such mailbox", givenUp.lastError());
        assertEquals(List.of(AuditAction.MAIL_GIVEN_UP), acts(givenUp.id()));
        AsCaller.run(ADMIN, () -> mails.retry(ADMIN, givenUp.id()));
        await(
                refused,
                line -> line.state() == MailState.GIVEN_UP && line.endedAt().isAfter(givenUp.endedAt()));
        assertEquals(
                List.of(AuditAction.MAIL_GIVEN_UP, AuditAction.MAIL_RETRIED, AuditAction.MAIL_GIVEN_UP),
                acts(givenUp.id()));
    }

    @Test
    void afterThreeDaysItIsGivenUpAndReportedEvenWhileTheRelayIsDown() throws Exception {
        Relay.down();
        var to = fresh("old");
        post(to);
        change("update mail set try_until = now() - interval '1 minute' where recipient = ?", to);

        sending.sendDue(Requester.NOBODY);

        var givenUp = await(to, MailState.GIVEN_UP);
        assertTrue(givenUp.lastError().contains("421"), givenUp.lastError());
        assertEquals(List.of(AuditAction.MAIL_GIVEN_UP), acts(givenUp.id()));
        assertTrue(AsCaller.call(ADMIN, mails::counts).givenUp() >= 1);
    }

    @Test
    void manySendersNeverSendOneMailTwice() throws Exception {
        Relay.down();
        var addresses =
                IntStream.range(0, 60).mapToObj(each -> fresh("many" + each)).toList();
        transaction.commit(() -> addresses.forEach(to -> outbox.post(mail(to))));
        Relay.up();

        InParallel.of(6, each -> sending.sendDue(Requester.NOBODY));

        for (var to : addresses) {
            await(to, MailState.SENT);
            assertEquals(1, Mailbox.of(to).await(1).size(), to);
            assertEquals(1, line(to).attempts(), to);
        }
    }

    @Test
    void whatAnotherSenderHasClaimedIsLeftToIt() throws Exception {
        Relay.down();
        var to = fresh("claimed");
        post(to);
        change("update mail set next_attempt_at = now() + interval '5 minutes' where recipient = ?", to);
        Relay.up();

        sending.sendDue(Requester.NOBODY);

        assertEquals(0, line(to).attempts());
        assertEquals(List.of(), Mailbox.of(to).mails());
    }

    @Test
    void whatCameTooLateToBeOfUseIsDropped() throws Exception {
        Relay.down();
        var to = fresh("late");
        transaction.commit(() -> outbox.post(mail(to).usefulFor(Duration.ofMillis(1))));
        Relay.up();

        sending.sendDue(Requester.NOBODY);

        assertEquals("Trop tard pour être utile.", await(to, MailState.DROPPED).lastError());
        assertEquals(List.of(), Mailbox.of(to).mails());
    }

    @Test
    void aPersonIsInformedThatHerPasswordChangedUnlessSheMayNotComeInAnyMore() throws Exception {
        var ada = agent("ada").in(database);
        var left = agent("left").inactive().in(database);
        transaction.commit(() -> {
            happened.fire(new PasswordEvent.PasswordChanged(left.id()));
            happened.fire(new PasswordEvent.PasswordChanged(ada.id()));
        });

        var mail = Mailbox.of(ada.email()).await();

        assertTrue(mail.text().startsWith("Bonjour Ada Lovelace,"), mail.text());
        mail.shows(ada.email(), "(heure de Paris)");
        assertEquals(
                "Le compte est désactivé.",
                await(left.email(), MailState.DROPPED).lastError());
        assertEquals(List.of(), Mailbox.of(left.email()).mails());
    }

    @Test
    void linksAndCodesArePostedWithoutAnySecret() throws Exception {
        Relay.down();
        var ada = agent("ada").in(database);
        transaction.commit(() -> {
            happened.fire(new PasswordEvent.LinkWanted(ada.id(), LinkPurpose.INVITATION));
            happened.fire(new PasswordEvent.LinkWanted(ada.id(), LinkPurpose.RESET));
            codes.fire(new SecondFactorEvent.CodeWanted(ada.id(), UUID.randomUUID()));
        });

        assertEquals(
                Set.of(MailTemplate.INVITATION, MailTemplate.RESET, MailTemplate.ONE_TIME_CODE),
                Set.copyOf(page(ada.email()).stream().map(MailLine::template).toList()));
        assertEquals(
                "{}",
                Database.text(
                        "select string_agg(distinct template_values, ' ') from mail where recipient = ?", ada.email()));
        assertEquals(
                "00:10:00",
                Database.text(
                        "select useless_at - created_at from mail where sign_in_id is not null and recipient = ?",
                        ada.email()));
        change("delete from mail where recipient = ?", ada.email());
    }

    @Test
    void aCodeIsAwaitedForTenMinutesAndALinkOfAForgottenPasswordToo() throws Exception {
        Relay.down();
        var ada = agent("ada").in(database);
        var bob = agent("bob").in(database);
        post(fresh("nobody-waits"));
        transaction.commit(() -> happened.fire(new PasswordEvent.LinkWanted(ada.id(), LinkPurpose.INVITATION)));
        assertFalse(isAnyAwaited());

        transaction.commit(() -> codes.fire(new SecondFactorEvent.CodeWanted(ada.id(), UUID.randomUUID())));
        assertTrue(isAnyAwaited());
        change("update mail set created_at = created_at - interval '10 minutes' where recipient = ?", ada.email());
        assertFalse(isAnyAwaited());

        transaction.commit(() -> happened.fire(new PasswordEvent.LinkWanted(bob.id(), LinkPurpose.RESET)));
        assertTrue(isAnyAwaited());
        change("update mail set next_attempt_at = now() + interval '1 minute' where recipient = ?", bob.email());
        assertFalse(isAnyAwaited(), "it is not due");
        change("delete from mail where recipient = ?", ada.email());
        change("delete from mail where recipient = ?", bob.email());
    }

    private boolean isAnyAwaited() throws Exception {
        return AsCaller.call(Set.of(RoleNames.BATCH), queue::isAnyAwaited);
    }

    @Test
    void anAddressThatIsNoneIsGivenUpAtOnce() throws Exception {
        var nobody = "é" + fresh("nobody");
        post(nobody);

        assertEquals(
                "No mail can be addressed to it",
                await(nobody, MailState.GIVEN_UP).lastError());
    }

    @Test
    void whatEndedAMonthAgoIsForgotten() throws Exception {
        var old = fresh("old");
        var young = fresh("young");
        post(old);
        post(young);
        await(old, MailState.SENT);
        await(young, MailState.SENT);
        change("update mail set ended_at = now() - interval '31 days' where recipient = ?", old);

        AsCaller.call(Set.of(RoleNames.BATCH), mails::forgetOld);

        assertEquals(0, page(old).size());
        assertEquals(1, page(young).size());
    }

    @Test
    void onlyTheNationalAdministratorSeesTheOutbox() {
        var query = new MailQuery(null, null, null, null, false, 0, 1);
        var others = Set.of(
                RoleNames.PERSON,
                RoleNames.MANAGE_USERS,
                RoleNames.BUSINESS,
                RoleNames.EDITOR,
                RoleNames.OSL,
                RoleNames.BATCH);

        assertThrows(EJBAccessException.class, () -> AsCaller.call(others, () -> mails.page(query)));
        assertThrows(EJBAccessException.class, () -> AsCaller.call(others, mails::counts));
        assertThrows(EJBAccessException.class, () -> AsCaller.run(others, () -> mails.retry(ADMIN, UUID.randomUUID())));
    }

    @Test
    void whatWasSentIsNotRelaunched() throws Exception {
        var to = fresh("sent");
        post(to);
        var sent = await(to, MailState.SENT);

        var refusal = assertThrows(Conflict.class, () -> AsCaller.run(ADMIN, () -> mails.retry(ADMIN, sent.id())));

        assertTrue(refusal.getMessage().contains("rien à relancer"), refusal.getMessage());
        assertFalse(acts(sent.id()).contains(AuditAction.MAIL_RETRIED));
    }

    private static NewPerson agent(String name) {
        return NewPerson.ada(Organizations.VALBOURG, ActorType.AGENT)
                .email(fresh(name))
                .roles(Set.of());
    }

    static String fresh(String name) {
        return name + "-" + UUID.randomUUID() + "@pontcarre.example";
    }

    static NewMail mail(String to) {
        var values = MailValues.of("name", "Élodie <b>d'Été</b>")
                .and("login", to)
                .and("changedAt", "25 novembre 2026 à 10h04");
        return NewMail.to(to, MailTemplate.PASSWORD_CHANGED, values);
    }

    private void post(String to) {
        transaction.commit(() -> outbox.post(mail(to)));
    }

    private List<MailLine> page(String recipient) throws Exception {
        return AsCaller.call(ADMIN, () -> mails.page(new MailQuery(null, recipient, null, null, false, 0, 10)))
                .items();
    }

    private MailLine line(String recipient) throws Exception {
        return page(recipient).get(0);
    }

    private MailLine await(String recipient, MailState state) throws Exception {
        return await(recipient, line -> line.state() == state);
    }

    private MailLine awaitError(String recipient) throws Exception {
        return await(recipient, line -> line.lastError() != null);
    }

    private MailLine await(String recipient, Predicate<MailLine> wanted) throws Exception {
        return Wait.until(() -> line(recipient), wanted);
    }

    private List<AuditAction> acts(UUID id) throws Exception {
        var query = new AuditQuery(null, null, null, id.toString(), null, null, 0, 10);
        return AsCaller.call(ADMIN, () -> audit.page(query)).items().stream()
                .map(line -> line.action())
                .toList();
    }

    /** Makes a mail due. The server's clock has milliseconds, so « now » of the database may still be later than its own. */
    private void dueNow(String recipient) throws SQLException {
        change("update mail set next_attempt_at = now() - interval '1 second' where recipient = ?", recipient);
    }

    private static void change(String sql, String parameter) {
        assertTrue(Database.change(sql, parameter) > 0, sql);
    }
}
