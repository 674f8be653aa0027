package fr.hubee.it.world;

import fr.hubee.it.Sql;
import java.sql.SQLException;
import java.util.UUID;

/** A town that receives birth-certificate requests, and its mails about them at some frequency. */
public record NotifiedTown(NewTown town, UUID subscription, String email, Sql sql) {

    public static NotifiedTown fresh(Sql sql, String frequency) throws SQLException {
        var town = NewTown.fresh().registered();
        var subscription = UUID.fromString(town.subscribed("EtatCivil"));
        var email = "mairie-" + subscription + "@pontcarre.example";
        sql.change("""
                update subscription set status = 'ACTIVE', activated_at = now() - interval '1 day', access_mode = 'API',
                    email = ? where id = ?""", email, subscription);
        return new NotifiedTown(town, subscription, email, sql).wants(frequency);
    }

    public NotifiedTown wants(String frequency) throws SQLException {
        sql.change("update subscription set notification_frequency = ? where id = ?", frequency, subscription);
        return this;
    }

    /** Deposits with a token of now: those of before have ended where a test has moved the clock. */
    public Deposit receives() {
        return Deposit.complete(Partner.signIn(Partner.address(), "demo-dila"), "EtatCivil", "ActeEtatCivil-XML", town);
    }

    /** Returns the number of mails queued for it, sent or not. */
    public long mails(String template) throws SQLException {
        return ((Number) sql.one("select count(*) from mail where recipient = ? and template = ?", email, template))
                .longValue();
    }

    public long waiting() throws SQLException {
        return ((Number) sql.one("select count(*) from digest_item where subscription_id = ?", subscription))
                .longValue();
    }
}
