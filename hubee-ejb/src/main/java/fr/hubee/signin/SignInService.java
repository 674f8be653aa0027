package fr.hubee.signin;

import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;

/** Lets people in with a password, and a second factor where their account needs one. */
@Stateless
public class SignInService {

    @PermitAll
    public SignInOutcome withPassword(String login, String password, String address) {
        throw new UnsupportedOperationException();
    }

    @PermitAll
    public SignInOutcome withCode(String stepToken, String code, String address) {
        throw new UnsupportedOperationException();
    }

    @PermitAll
    public SignInOutcome newCode(String stepToken) {
        throw new UnsupportedOperationException();
    }

    @PermitAll
    public SignInOutcome choosePassword(String linkToken, String newPassword, String address) {
        throw new UnsupportedOperationException();
    }

    @PermitAll
    public SignInOutcome replaceExpired(String stepToken, String newPassword, String address) {
        throw new UnsupportedOperationException();
    }

    @RolesAllowed(Roles.PERSON)
    public SignInOutcome changePassword(Caller caller, String oldPassword, String newPassword) {
        throw new UnsupportedOperationException();
    }

    @PermitAll
    public void signOut(String sessionToken, String address) {
        throw new UnsupportedOperationException();
    }
}
