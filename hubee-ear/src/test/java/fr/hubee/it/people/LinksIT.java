package fr.hubee.it.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.InTransaction;
import fr.hubee.it.Wait;
import fr.hubee.it.world.People;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.AccountEvent;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.password.LinkService;
import fr.hubee.people.password.LinkService.LinkView;
import fr.hubee.people.password.PasswordEvent.LinkWanted;
import fr.hubee.people.password.PasswordEvent.PasswordChanged;
import fr.hubee.people.password.PasswordEvent.ResetByMail;
import fr.hubee.people.password.PasswordLink.LinkPurpose;
import fr.hubee.people.session.SignInRefusal;
import fr.hubee.people.signin.SignInOutcome.PasswordRefused;
import fr.hubee.people.signin.SignInOutcome.Refused;
import fr.hubee.people.signin.SignInOutcome.SignedIn;
import fr.hubee.people.signin.SignInService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Checks that with a link its person can choose a password, once. */
class LinksIT extends InServer {
    static final Refused OVER = new Refused(SignInRefusal.LINK_OVER);

    @Inject
    LinkService links;

    @Inject
    SignInService signIn;

    @Inject
    HeardAtSignIn heard;

    @Inject
    InTransaction inTransaction;

    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<AccountEvent> accountEvents;

    private Object choose(String link) {
        return signIn.choosePassword(link, People.PASSWORD, People.HERE);
    }

    private long sent(KnownAccount person) throws Exception {
        return people.journal(person).stream()
                .filter(line -> line.action() == AuditAction.LINK_SENT)
                .count();
    }

    private void awaitSent(int links, KnownAccount person) throws Exception {
        Wait.until(() -> sent(person) == links);
    }

    /** Checks that response times reveal nothing: all else is done after the answer. */
    @Test
    void forAKnownAndForAnUnknownAddressTheRequestDoesTheSame() throws Exception {
        var ada = people.agent();
        inTransaction.call(
                () -> done("first-of-all@pontcarre.example")); // statements that were read once are in memory now

        var known = inTransaction.call(() -> done(ada.email()));
        var unknown = inTransaction.call(() -> done("nobody-" + ada.id() + "@pontcarre.example"));

        assertEquals(unknown, known);
        assertTrue(known.containsKey("link_request"), known::toString);
        assertFalse(known.containsKey("mail"), known::toString);
        awaitSent(1, ada);
    }

    /** Returns how often the request has read and written each table. */
    private Map<String, Integer> done(String login) {
        var before = touched();
        links.ask(login, People.HERE);
        entities.flush();
        var after = touched();
        before.forEach((table, times) -> after.merge(table, -times, Integer::sum));
        after.values().removeIf(times -> times == 0);
        return after;
    }

    /**
     * Returns, by table, the accesses of this connection that are not yet in the server's statistics; within a transaction, all are kept.
     */
    private Map<String, Integer> touched() {
        var touched = new TreeMap<String, Integer>();
        for (var row : entities.createNativeQuery("""
                        select relname, cast(seq_scan + coalesce(idx_scan, 0) + n_tup_ins + n_tup_upd + n_tup_del as int)
                        from pg_stat_xact_user_tables""", Object[].class).getResultList()) {
            var cells = (Object[]) row;
            touched.put((String) cells[0], (Integer) cells[1]);
        }
        return touched;
    }

    @Test
    void aRobotThatOnlyFetchesItUsesNothing() throws Exception {
        var ada = people.invited();
        var link = people.link(ada);

        for (int each = 0; each < 3; each++) {
            assertEquals(Optional.of(new LinkView(LinkPurpose.RESET, ada.email())), links.find(link));
        }

        assertInstanceOf(SignedIn.class, choose(link));
    }

    @Test
    void aLinkIsUsedOnce() throws Exception {
        var link = people.link(people.invited());
        choose(link);

        assertEquals(Optional.empty(), links.find(link));
        assertEquals(OVER, signIn.choosePassword(link, "Citron-gelé-58-Harpe", People.HERE));
    }

    @Test
    void aLinkUsedFourTimesAtOnceWorksOnce() throws Exception {
        var link = people.link(people.invited());

        var outcomes =
                InParallel.of(4, each -> signIn.choosePassword(link, "Citron-gelé-58-Harpe" + each, People.HERE));

        assertEquals(1, outcomes.stream().filter(SignedIn.class::isInstance).count());
        assertEquals(3, outcomes.stream().filter(OVER::equals).count());
    }

    @Test
    void aPasswordThatIsRefusedDoesNotUseIt() throws Exception {
        var link = people.link(people.invited());

        assertInstanceOf(PasswordRefused.class, signIn.choosePassword(link, "trop court", People.HERE));

        assertInstanceOf(SignedIn.class, choose(link));
    }

    @Test
    void toUseOneEndsTheOthersOfItsPersonOnly() throws Exception {
        var ada = people.invited();
        var first = people.link(ada);
        var second = people.link(ada);
        var another = people.link(people.invited());

        choose(second);

        assertEquals(OVER, choose(first));
        assertInstanceOf(SignedIn.class, choose(another));
    }

    @Test
    void aLinkExpiresAfterTwoDays() throws Exception {
        var link = people.link(people.invited());
        var moved = "update password_link set expires_at = expires_at - cast(? as interval) where token_hash = ?";
        sql().change(moved, "47 hours", Sha256.hex(link));
        assertTrue(links.find(link).isPresent());

        sql().change(moved, "1 hour", Sha256.hex(link));

        assertEquals(Optional.empty(), links.find(link));
        assertEquals(OVER, choose(link));
    }

    @Test
    void nonsenseIsNoLink() {
        assertEquals(Optional.empty(), links.find(""));
        assertEquals(OVER, choose("\0"));
    }

    @Test
    void theLinkOfADeactivatedAccountIsOfNoUse() throws Exception {
        var ada = people.invited();
        var link = people.link(ada);
        Stored.account(ada.id()).isInactive();

        assertEquals(Optional.empty(), links.find(link));
        assertEquals(OVER, choose(link));
    }

    @Test
    void whoForgotIsSentThreeLinksAnHourAtMostAndIsNotInformed() throws Exception {
        var ada = people.agent();
        for (int each = 0; each < 5; each++) {
            links.ask(ada.email().toUpperCase(Locale.ROOT) + " ", People.HERE);
        }
        awaitSent(3, ada);
        assertEquals(People.HERE, people.journal(ada).get(0).address());

        sql().change(
                        "update link_request set asked_at = asked_at - interval '1 hour' where login_hash = ?",
                        Sha256.hex(ada.email()));
        links.ask(ada.email(), People.HERE);

        awaitSent(4, ada);
    }

    @Test
    void manyRequestsAtOnceSendNoMore() throws Exception {
        var ada = people.agent();

        InParallel.of(8, each -> {
            links.ask(ada.email(), People.HERE);
            return each;
        });

        awaitSent(3, ada);
    }

    @Test
    void nobodyAndADeactivatedAccountAreSentNothingAndNobodyIsInformed() throws Exception {
        var ada = people.agent();
        Stored.account(ada.id()).isInactive();

        links.ask(ada.email(), People.HERE);
        links.ask("nobody@pontcarre.fr", People.HERE);
        links.ask("a".repeat(400), People.HERE);
        links.ask("ada\0", People.HERE);
        links.ask(null, People.HERE);
        var bea = people.agent();
        links.ask(bea.email(), People.HERE);
        awaitSent(1, bea);

        assertEquals(0, sent(ada));
    }

    @Test
    void aNewAccountIsInvited() throws Exception {
        var ada = people.invited();

        fire(new AccountEvent.Created(ada.id()));

        var line = people.journal(ada).get(0);
        assertEquals(AuditAction.LINK_SENT, line.action());
        assertEquals("INVITATION", line.changes().fields().get("purpose").after());
        assertEquals(List.of(new LinkWanted(ada.id(), LinkPurpose.INVITATION)), heard.about(ada));
    }

    @Test
    void whoManagesAccountsMayHaveALinkSent() throws Exception {
        var ada = people.invited();

        fire(new AccountEvent.LinkAsked(ada.id()));

        assertEquals(List.of(new LinkWanted(ada.id(), LinkPurpose.RESET)), heard.about(ada));
        assertEquals(List.of(), people.journal(ada), "whoever asks records it");
    }

    @Test
    void sheIsInformedThatHerPasswordChangedButNotThatSheChoseHerFirst() throws Exception {
        var ada = people.agent();
        assertEquals(List.of(), heard.about(ada));

        signIn.choosePassword(people.link(ada), "Citron-gelé-58-Harpe", People.HERE);

        assertEquals(List.of(new ResetByMail(ada.id()), new PasswordChanged(ada.id())), heard.about(ada));
    }

    private void fire(AccountEvent event) throws Exception {
        inTransaction.call(() -> {
            accountEvents.fire(event);
            return null;
        });
    }
}
