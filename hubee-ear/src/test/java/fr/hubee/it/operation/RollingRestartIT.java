package fr.hubee.it.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.hubee.it.Browser;
import fr.hubee.it.Wait;
import fr.hubee.it.server.OwnProxy;
import fr.hubee.it.server.OwnServer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.launcher.FickleLine;
import fr.hubee.launcher.HaProxy;
import fr.hubee.launcher.ServerProcess;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.websecurity.PersonCookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Two nodes behind the shipped proxy. One is drained, stopped and started again under traffic: no request fails, and an upload of which it
 * has received half is completed. One is killed while a person fills in its form: the other one accepts the form. When none is ready,
 * callers get an answer in the form that they know.
 */
@EnabledIfSystemProperty(named = "hubee.long", matches = "true")
class RollingRestartIT {
    static final String KEY = "aW52ZW50ZWQgZm9yIHRoZSB0ZXN0cywgMzIgYnl0ZXM=";

    OwnServer first;
    OwnProxy proxy;
    FickleLine line;
    HttpClient client;
    Partner sender;
    Partner receiver;

    @Test
    void noRequestIsLostInARestartAndNothingTypedWithANodeThatIsKilled() throws Exception {
        assumeTrue(HaProxy.installed().isPresent() || "true".equals(System.getenv("CI")), "HAProxy is not installed");
        var ports = OwnProxy.ports();
        try (var one = OwnServer.prepare("rolling", "400m")
                        .set("HUBEE_NODE", "one")
                        .set("HUBEE_KEY", KEY)
                        .set("HUBEE_DRAIN_SECONDS", "5")
                        .set("HUBEE_TRUSTED_PROXIES", "127.0.0.1/32")
                        .set("HUBEE_SMTP_PORT", System.getProperty("hubee.it.smtp"))
                        .set("HUBEE_PUBLIC_ADDRESS", OwnProxy.address(ports));
                var a = one.start();
                var fickle = FickleLine.to(one.databasePort())) {
            line = fickle;
            var two = one.anotherNode("two")
                    .set("HUBEE_DB_PORT", String.valueOf(line.port()))
                    .set("HUBEE_DB_POOL", String.valueOf(StuckNode.CONNECTIONS));
            try (var b = two.start();
                    var before = OwnProxy.start(ports, one, two)) {
                first = one;
                proxy = before;
                client = proxy.client();
                sender = Partner.signIn(client, proxy.address(), "demo-dila");
                receiver = Partner.signIn(client, proxy.address(), "demo-valbourg-etatcivil");
                awaitSent("one");
                awaitSent("two");
                reloadAndCrashTheProxy();
                cutTheSecondNodeOffFromTheDatabase(a);
                letTheSecondNodeAnswerItsHealthCheckAlone(two);
                assertEquals(0, one.hubee("preflight").waitFor(), "nothing stands in the way of a start");

                try (var again = restart("one", one, a);
                        var also = restart("two", two, b)) {
                    killInTheMiddleOfAForm("two", also, again);
                    tellThatNoneIsReady();
                    assertTrue(again.isAlive());
                }
            }
        }
    }

    /** Checks that a reload cuts nothing, and that what a crash cuts is sent again. */
    void reloadAndCrashTheProxy() throws Exception {
        var traffic = new ProxyTraffic(sender, receiver).begin();
        var upload = new HeldUpload(sender).begun();
        var old = proxy.reload();
        traffic.goesOn();
        upload.isTakenWholeWhenItGoesOn(receiver);
        traffic.nothingHasFailed();
        old.onExit().get(1, TimeUnit.MINUTES);

        var cut = new HeldUpload(sender).begun();
        proxy.crash();
        awaitSent("one");
        awaitSent("two");
        cut.isTakenWholeWhenItIsSentAgainWithoutAnAnswer(sender, receiver);
    }

    /** Cuts the connection silently: neither side sees an error. The node has just begun to make a ZIP. */
    void cutTheSecondNodeOffFromTheDatabase(ServerProcess other) throws Exception {
        var account = person().id();
        var deposit = Deposit.complete(sender, Deposit.TOWN);
        try (var zip = HeldZip.whenTaken(first)) {
            signal("STOP", other);
            zip.askedBy(account, deposit).begun();
            line.goDead();
            signal("CONT", other);

            awaitSent("one");
            Wait.until(() -> !proxy.sends("two"));
            var traffic = new ProxyTraffic(sender, receiver).begin();
            traffic.nothingHasFailed();
            zip.isMadeByAnotherNode();
        } finally {
            line.revive();
        }
        awaitSent("two");
    }

    /** Lets the node fail all but its health check: the proxy notices, and its waiting requests keep others away from it. */
    void letTheSecondNodeAnswerItsHealthCheckAlone(OwnServer two) throws Exception {
        try (var stuck = new StuckNode(first, Deposit.complete(sender, Deposit.TOWN))) {
            var seen = CompletableFuture.runAsync(() -> failsUnlessNoneIsSentTo("two"));
            proxy.without("one", () -> {
                stuck.isAskedBy(receiver);
                return null;
            });
            seen.get();
            assertEquals(200, health(two));

            var traffic = new ProxyTraffic(sender, receiver).begin();
            traffic.nothingHasFailed();
            assertEquals(200, health(two));
        }
        awaitSent("two");
    }

    private void failsUnlessNoneIsSentTo(String node) {
        try {
            Wait.until(() -> !proxy.sends(node));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private int health(OwnServer node) {
        return Partner.send(HttpRequest.newBuilder(URI.create(node.address() + "/sante")))
                .status();
    }

    void awaitSent(String node) throws Exception {
        Wait.until(() -> proxy.sends(node));
    }

    /** Restarts a node step by step, as an operator does. */
    ServerProcess restart(String node, OwnServer server, ServerProcess process) throws Exception {
        var traffic = new ProxyTraffic(sender, receiver).begin();
        var other = node.equals("one") ? "two" : "one";
        var upload = proxy.without(other, () -> new HeldUpload(sender).begun());

        var drain = server.drain();
        Wait.until(() -> !proxy.sends(node));
        traffic.goesOn();
        assertTrue(drain.isAlive(), "it does not wait for the upload");
        upload.isTakenWholeWhenItGoesOn(receiver);
        assertEquals(0, drain.waitFor());
        process.stop();

        traffic.goesOn();
        var again = server.start();
        awaitSent(node);
        traffic.goesOn();
        traffic.nothingHasFailed();
        return again;
    }

    void killInTheMiddleOfAForm(String node, ServerProcess process, ServerProcess other) throws Exception {
        var person = person();
        var browser = new Browser(client);
        browser.restore(URI.create(proxy.address()), "/", PersonCookie.NAME, session(person));
        proxy.without("one", () -> browser.open(proxy.address() + "/profil"));
        var upload = proxy.without("one", () -> new HeldUpload(sender).begun());

        try (var zip = zipOfTheNodeThatDoesNotHang(person, other)) {
            process.kill();
            upload.isTakenWholeWhenItIsSentAgain(sender, receiver);
            zip.isMadeOnceByAnotherNode();
        }
        browser.submit(
                "profile", Map.of("civility", "MME", "phone", "+33160000002", "function", "Secrétaire", "save", ""));

        browser.shows("Votre profil est enregistré");
        assertEquals(
                "Secrétaire", first.sql().text("select function from account where id = '%s'".formatted(person.id())));
        Wait.until(() -> !proxy.sends(node));
    }

    /** Checks that while node one hangs, the proxy notices, and node two makes the ZIP, where it is held. */
    HeldZip zipOfTheNodeThatDoesNotHang(KnownAccount person, ServerProcess hanging) throws Exception {
        var deposit = Deposit.complete(sender, Deposit.TOWN);
        var zip = HeldZip.whenWritten(first);
        signal("STOP", hanging);
        try {
            Wait.until(() -> !proxy.sends("one"));
            receiver.get(deposit.casePath()).expect(200);
            zip.askedBy(person.id(), deposit).begun();
        } finally {
            signal("CONT", hanging);
        }
        awaitSent("one");
        return zip;
    }

    private static void signal(String name, ServerProcess process) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, "" + process.pid())
                        .start()
                        .waitFor());
    }

    KnownAccount person() throws Exception {
        try (var database = first.database()) {
            return NewPerson.camille(Organizations.VALBOURG, ActorType.AGENT).in(database);
        }
    }

    String session(KnownAccount person) throws Exception {
        var token = TokenText.fresh();
        first.sql().change("""
                insert into person_session (token_hash, account_id, method, opened_at, used_at, second_factor_at)
                values ('%s', '%s', 'PASSWORD_AND_MAIL_CODE', now(), now(), now())""".formatted(Sha256.hex(token), person.id()));
        return token;
    }

    void tellThatNoneIsReady() throws Exception {
        first.stopDatabase();
        Wait.until(() -> !proxy.sends("one"));

        var told = receiver.get("/notifications").expect(503);
        assertEquals("Service Unavailable", told.error());
        assertFalse(told.header("Retry-After").isEmpty());

        first.startDatabase();
        awaitSent("one");
        receiver.get("/notifications").expect(200);
    }
}
