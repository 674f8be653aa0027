package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.HERE;
import static fr.hubee.it.rights.World.service;

import fr.hubee.people.password.LinkService;
import fr.hubee.people.password.PasswordService;
import fr.hubee.people.secondfactor.ConfirmationService;
import fr.hubee.people.secondfactor.TotpService;
import fr.hubee.people.session.LastSignInService;
import fr.hubee.people.session.SessionService;
import fr.hubee.people.signin.FederatedIdentity;
import fr.hubee.people.signin.FederatedRefusal;
import fr.hubee.people.signin.FederatedRefusalService;
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

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "SignInService.withPassword",
                        EVERYBODY,
                        (world, side, caller) -> service(SignInService.class)
                                .withPassword("nobody-" + caller.name() + "@example.org", "nothing", "198.51.100.9")),
                Right.of(
                        "SignInService.withCode",
                        EVERYBODY,
                        (world, side, caller) -> service(SignInService.class).withCode(NO_TOKEN, "000000", HERE)),
                Right.of(
                        "SignInService.newCode",
                        EVERYBODY,
                        (world, side, caller) -> service(SignInService.class).newCode(NO_TOKEN)),
                Right.of(
                        "SignInService.choosePassword",
                        EVERYBODY,
                        (world, side, caller) ->
                                service(SignInService.class).choosePassword(NO_TOKEN, "nothing", HERE)),
                Right.of(
                        "SignInService.replaceExpired",
                        EVERYBODY,
                        (world, side, caller) ->
                                service(SignInService.class).replaceExpired(NO_TOKEN, "nothing", HERE)),
                Right.of(
                        "SignInService.changePassword",
                        PEOPLE,
                        (world, side, caller) ->
                                service(SignInService.class).changePassword(caller, "nothing", "nothing")),
                Right.of(
                        "FederatedSignInService.signIn",
                        EVERYBODY,
                        (world, side, caller) -> service(FederatedSignInService.class)
                                .signIn(
                                        new FederatedIdentity(
                                                "https://id.example", "1", "nobody@example.org", null, true),
                                        HERE)),
                Right.of("FederatedRefusalService.record", EVERYBODY, (world, side, caller) -> {
                    service(FederatedRefusalService.class).record(FederatedRefusal.INVALID_TOKEN, HERE);
                    return true;
                }),
                Right.of("LinkService.ask", EVERYBODY, (world, side, caller) -> {
                    service(LinkService.class).ask("nobody@example.org", HERE);
                    return true;
                }),
                Right.of(
                        "LinkService.look",
                        EVERYBODY,
                        (world, side, caller) -> service(LinkService.class).look(NO_TOKEN)),
                Right.of(
                        "SessionService.use",
                        EVERYBODY,
                        (world, side, caller) -> service(SessionService.class).use(NO_TOKEN, HERE)),
                Right.of(
                        "SessionService.look",
                        EVERYBODY,
                        (world, side, caller) -> service(SessionService.class).look(NO_TOKEN, HERE)),
                Right.of(
                        "LastSignInService.of",
                        PEOPLE,
                        (world, side, caller) ->
                                service(LastSignInService.class).of(caller)),
                Right.of(
                        "LastSignInService.ofAccount",
                        "ADMIN NATIONAL LOCAL",
                        "ADMIN NATIONAL",
                        (world, side, caller) ->
                                service(LastSignInService.class).ofAccount(caller, side.account())),
                Right.of("LastSignInService.ofAccounts", "ADMIN NATIONAL BUSINESS LOCAL", (world, side, caller) -> {
                    // of whom, AccountListIT says
                    service(LastSignInService.class).ofAccounts(caller, List.of(side.account()));
                    return true;
                }),
                Right.of("PasswordService.end", PEOPLE, (world, side, caller) -> {
                    service(PasswordService.class).end(caller);
                    return true;
                }),
                Right.of(
                        "SessionService.remaining",
                        EVERYBODY,
                        (world, side, caller) -> service(SessionService.class).remaining(NO_TOKEN)),
                Right.of(
                        "SessionService.extend",
                        EVERYBODY,
                        (world, side, caller) -> service(SessionService.class).extend(NO_TOKEN)),
                Right.of(
                        "SessionService.remember",
                        EVERYBODY,
                        (world, side, caller) -> service(SessionService.class).remember(NO_TOKEN, null)),
                Right.of("SessionService.close", EVERYBODY, (world, side, caller) -> {
                    service(SessionService.class).close(NO_TOKEN, HERE);
                    return true;
                }),
                Right.of(
                        "TotpService.isOffered",
                        PEOPLE,
                        (world, side, caller) -> service(TotpService.class).isOffered()),
                Right.of("TotpService.isEnrolled", PEOPLE, (world, side, caller) -> {
                    service(TotpService.class).isEnrolled(caller);
                    return true;
                }),
                Right.of(
                        "TotpService.begin",
                        PEOPLE,
                        (world, side, caller) -> service(TotpService.class).begin(caller, "nothing")),
                Right.of(
                        "TotpService.again",
                        PEOPLE,
                        (world, side, caller) -> service(TotpService.class).again(caller, "nothing")),
                Right.of(
                        "TotpService.confirm",
                        PEOPLE,
                        (world, side, caller) -> service(TotpService.class).confirm(caller, "000000")),
                Right.of(
                        "TotpService.remove",
                        PEOPLE,
                        (world, side, caller) -> service(TotpService.class).remove(caller, "nothing", "000000")),
                Right.of(
                        "TotpService.isEnrolledBy", "ADMIN NATIONAL LOCAL", "ADMIN NATIONAL", (world, side, caller) -> {
                            service(TotpService.class).isEnrolledBy(caller, side.account());
                            return true;
                        }),
                Right.of("TotpService.removeOf", "ADMIN NATIONAL LOCAL", "ADMIN NATIONAL", (world, side, caller) -> {
                    service(TotpService.class).removeOf(caller, side.account());
                    return true;
                }),
                Right.of(
                        "PasswordService.isWatched",
                        "ADMIN NATIONAL LOCAL",
                        "ADMIN NATIONAL",
                        (world, side, caller) -> {
                            service(PasswordService.class).isWatched(caller, side.account());
                            return true;
                        }),
                Right.of("PasswordService.lift", "ADMIN NATIONAL LOCAL", "ADMIN NATIONAL", (world, side, caller) -> {
                    service(PasswordService.class).lift(caller, side.account());
                    return true;
                }),
                Right.of(
                        "ConfirmationService.look",
                        "",
                        (world, side, caller) ->
                                service(ConfirmationService.class).look(caller, NO_TOKEN)),
                Right.of(
                        "ConfirmationService.sendCode",
                        "",
                        (world, side, caller) ->
                                service(ConfirmationService.class).sendCode(caller, NO_TOKEN)),
                Right.of(
                        "ConfirmationService.confirm",
                        "",
                        (world, side, caller) ->
                                service(ConfirmationService.class).confirm(caller, NO_TOKEN, "000000")),
                Right.of(
                        "SignInSweepService.forgetExpired",
                        "BATCH",
                        (world, side, caller) ->
                                service(SignInSweepService.class).forgetExpired()));
    }
}
