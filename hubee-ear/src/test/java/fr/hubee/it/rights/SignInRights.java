package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.HERE;

import fr.hubee.people.password.LinkService;
import fr.hubee.people.password.PasswordService;
import fr.hubee.people.secondfactor.ConfirmationService;
import fr.hubee.people.secondfactor.TotpService;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.signin.FederatedIdentity;
import fr.hubee.people.signin.FederatedRefusal;
import fr.hubee.people.signin.FederatedSignInService;
import fr.hubee.people.signin.SignInService;
import fr.hubee.people.signin.SignInSweepService;
import java.util.List;

/** Rights on sign-in: mostly of unknown callers, with a secret that only the person has. */
final class SignInRights {
    private static final String EVERYBODY = "*";

    private static final String PEOPLE = "NATIONAL BUSINESS LOCAL AGENT EDITOR";

    private static final String NO_TOKEN = "nobody-has-this-token";

    private SignInRights() {}

    static void add(RightsTable rights) {
        var signIn = rights.to(SignInService.class);
        signIn.method("withPassword", EVERYBODY)
                .returns((it, caller, side) ->
                        it.withPassword("nobody-" + caller.name() + "@example.org", "nothing", "198.51.100.9"));
        signIn.method("withCode", EVERYBODY).returns((it, caller, side) -> it.withCode(NO_TOKEN, "000000", HERE));
        signIn.method("newCode", EVERYBODY).returns((it, caller, side) -> it.newCode(NO_TOKEN));
        signIn.method("choosePassword", EVERYBODY)
                .returns((it, caller, side) -> it.choosePassword(NO_TOKEN, "nothing", HERE));
        signIn.method("replaceExpired", EVERYBODY)
                .returns((it, caller, side) -> it.replaceExpired(NO_TOKEN, "nothing", HERE));
        signIn.method("changePassword", PEOPLE)
                .returns((it, caller, side) -> it.changePassword(caller, "nothing", "nothing"));

        var federatedSignIn = rights.to(FederatedSignInService.class);
        federatedSignIn
                .method("signIn", EVERYBODY)
                .returns((it, caller, side) -> it.signIn(
                        new FederatedIdentity("https://id.example", "1", "nobody@example.org", null, true, null),
                        HERE));
        federatedSignIn
                .method("recordFailure", EVERYBODY)
                .runs((it, caller, side) -> it.recordFailure(FederatedRefusal.INVALID_TOKEN, HERE));

        var link = rights.to(LinkService.class);
        link.method("ask", EVERYBODY).runs((it, caller, side) -> it.ask("nobody@example.org", HERE));
        link.method("find", EVERYBODY).returns((it, caller, side) -> it.find(NO_TOKEN));

        var session = rights.to(SessionService.class);
        session.method("use", EVERYBODY).returns((it, caller, side) -> it.use(NO_TOKEN, HERE));
        session.method("find", EVERYBODY).returns((it, caller, side) -> it.find(NO_TOKEN, HERE));
        session.method("remaining", EVERYBODY).returns((it, caller, side) -> it.remaining(NO_TOKEN));
        session.method("extend", EVERYBODY).returns((it, caller, side) -> it.extend(NO_TOKEN));
        session.method("remember", EVERYBODY).returns((it, caller, side) -> it.remember(NO_TOKEN, null));
        session.method("close", EVERYBODY).runs((it, caller, side) -> it.close(NO_TOKEN, HERE));
        session.method("lastSignIn", PEOPLE).returns((it, caller, side) -> it.lastSignIn(caller));
        session.method("lastSignInOf", "ADMIN NATIONAL LOCAL", "ADMIN NATIONAL")
                .returns((it, caller, side) -> it.lastSignInOf(caller, side.account()));
        // AccountListIT says of whom
        session.method("lastSignIns", "ADMIN NATIONAL BUSINESS LOCAL")
                .runs((it, caller, side) -> it.lastSignIns(caller, List.of(side.account())));

        var password = rights.to(PasswordService.class);
        password.method("end", PEOPLE).runs((it, caller, side) -> it.end(caller));
        password.method("isWatched", "ADMIN NATIONAL LOCAL", "ADMIN NATIONAL")
                .runs((it, caller, side) -> it.isWatched(caller, side.account()));
        password.method("lift", "ADMIN NATIONAL LOCAL", "ADMIN NATIONAL")
                .runs((it, caller, side) -> it.lift(caller, side.account()));

        var totp = rights.to(TotpService.class);
        totp.method("isOffered", PEOPLE).returns((it, caller, side) -> it.isOffered());
        totp.method("isEnrolled", PEOPLE).runs((it, caller, side) -> it.isEnrolled(caller));
        totp.method("begin", PEOPLE).returns((it, caller, side) -> it.begin(caller, "nothing"));
        totp.method("again", PEOPLE).returns((it, caller, side) -> it.again(caller, "nothing"));
        totp.method("confirm", PEOPLE).returns((it, caller, side) -> it.confirm(caller, "000000"));
        totp.method("remove", PEOPLE).returns((it, caller, side) -> it.remove(caller, "nothing", "000000"));
        totp.method("isEnrolledBy", "ADMIN NATIONAL LOCAL", "ADMIN NATIONAL")
                .runs((it, caller, side) -> it.isEnrolledBy(caller, side.account()));
        totp.method("removeOf", "ADMIN NATIONAL LOCAL", "ADMIN NATIONAL")
                .runs((it, caller, side) -> it.removeOf(caller, side.account()));

        var confirm = rights.to(ConfirmationService.class);
        confirm.method("read", "").returns((it, caller, side) -> it.read(caller, NO_TOKEN));
        confirm.method("sendCode", "").returns((it, caller, side) -> it.sendCode(caller, NO_TOKEN));
        confirm.method("confirm", "").returns((it, caller, side) -> it.confirm(caller, NO_TOKEN, "000000"));

        rights.to(SignInSweepService.class)
                .method("forgetExpired", "BATCH")
                .returns((it, caller, side) -> it.forgetExpired());
    }
}
