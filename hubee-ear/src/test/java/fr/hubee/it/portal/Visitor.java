package fr.hubee.it.portal;

import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.websecurity.PersonCookie;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A user of the portal: with an account that was made for one test, of any kind, for any organisation. */
public record Visitor(KnownAccount account) {

    /** Makes an agent who manages the télédossiers of these démarches. */
    public static Visitor agent(NewTown town, String... processCodes) {
        return of(NewPerson.camille(town.organizationKey(), ActorType.AGENT).reaching(processCodes));
    }

    /** Makes an administrator with the default roles. */
    public static Visitor administrator(NewTown town) {
        return of(NewPerson.camille(town.organizationKey(), ActorType.LOCAL_ADMINISTRATOR));
    }

    public static Visitor national() {
        return of(NewPerson.camille(Organizations.HUB, ActorType.NATIONAL_ADMINISTRATOR));
    }

    /** Makes any other user. */
    public static Visitor of(NewPerson person) {
        return new Visitor(Database.insert(person));
    }

    public UUID id() {
        return account.id();
    }

    public String email() {
        return account.email();
    }

    /** Stores a password as if she had chosen it long ago, when hashing cost less. */
    public Visitor choosing(String password) {
        var salt = email().getBytes(StandardCharsets.UTF_8);
        Database.change(
                "insert into chosen_password (id, account_id, hash, chosen_at) values (?, ?, ?, now())",
                UuidV7.next(),
                id(),
                "PBKDF2WithHmacSHA512:2048:" + base64(salt) + ":" + base64(hash(password, salt)));
        return this;
    }

    private static byte[] hash(String password, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, 2048, 256))
                    .getEncoded();
        } catch (GeneralSecurityException gone) {
            throw new AssertionError(gone);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** @return the token of the session, for the cookie */
    public String openSession() {
        var token = TokenText.fresh();
        Database.change("""
                insert into person_session (token_hash, account_id, method, opened_at, used_at, second_factor_at)
                values (?, ?, 'PASSWORD_AND_MAIL_CODE', now(), now(), now())""", Sha256.hex(token), id());
        return token;
    }

    /** Returns the token in the forms of this session's pages. */
    public static String formToken(String session) {
        var page = Partner.send(Partner.to("/profil").header("Cookie", PersonCookie.NAME + "=" + session))
                .text();
        return page.replaceFirst("(?s).* data-token=\"([^\"]+)\".*", "$1");
    }

    /** Sets the proof of her second factor to half an hour ago. */
    Visitor provenLongAgo() {
        Database.change(
                "update person_session set second_factor_at = now() - interval '30 minutes' where account_id = ?",
                id());
        return this;
    }

    /** Lets her be signed in without a second factor. */
    void loseSecondFactor() {
        Database.change("update person_session set second_factor_at = null where account_id = ?", id());
    }

    /** Deletes her sessions, as when an hour has passed or somebody closes them from elsewhere. */
    void loseSessions() {
        Database.change("delete from person_session where account_id = ?", id());
    }
}
