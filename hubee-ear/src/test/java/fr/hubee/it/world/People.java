package fr.hubee.it.world;

import fr.hubee.account.ActorType;
import fr.hubee.audit.AuditLine;
import fr.hubee.audit.AuditQuery;
import fr.hubee.audit.AuditService;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InTransaction;
import fr.hubee.it.Sql;
import fr.hubee.security.Roles;
import fr.hubee.signin.MailSecrets;
import fr.hubee.signin.SignInService;
import fr.hubee.signin.password.LinkPurpose;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes people who can sign in, and reads their mails. */
@ApplicationScoped
public class People {
    public static final String PASSWORD = "brume-Violon-37-Cactus";
    public static final String HERE = "192.0.2.1";

    @Inject
    SignInService signIn;

    @Inject
    MailSecrets secrets;

    @Inject
    AuditService audit;

    @Inject
    InTransaction inTransaction;

    @Resource(lookup = "java:jboss/datasources/HubeeDS")
    DataSource database;

    public Sql sql() {
        return new Sql(database);
    }

    /** Has an account and no password yet. */
    public Newcomer invited() throws Exception {
        return Newcomer.fresh(database, ActorType.AGENT);
    }

    /** The same, who will manage accounts. */
    public Newcomer invitedAdministrator() throws Exception {
        return Newcomer.fresh(database, ActorType.LOCAL_ADMINISTRATOR);
    }

    public Newcomer agent() throws Exception {
        return withPassword(invited());
    }

    /** Needs a second factor. */
    public Newcomer administrator() throws Exception {
        return withPassword(Newcomer.fresh(database, ActorType.LOCAL_ADMINISTRATOR));
    }

    /** Has an account there and no password yet. */
    public Newcomer of(NewTown town, ActorType type) throws Exception {
        return Newcomer.of(town, database, type);
    }

    public Newcomer administratorOf(NewTown town) throws Exception {
        return withPassword(of(town, ActorType.LOCAL_ADMINISTRATOR));
    }

    public Newcomer withPassword(Newcomer person) throws Exception {
        signIn.choosePassword(link(person), PASSWORD, HERE);
        return person;
    }

    public String link(Newcomer person) throws Exception {
        return inTransaction.call(() -> secrets.link(person.id(), LinkPurpose.RESET));
    }

    /** Of the sign-in that she began last. */
    public String code(Newcomer person) throws Exception {
        var step = sql().one("select id from sign_in_step where account_id = ? order by id desc limit 1", person.id());
        return inTransaction.call(() -> secrets.code((UUID) step));
    }

    /** What was recorded about her, the newest first. */
    public List<AuditLine> journal(Newcomer person) throws Exception {
        var query = new AuditQuery(null, null, null, person.id().toString(), null, null, 0, 100);
        return AsCaller.call(Set.of(Roles.ADMIN), () -> audit.page(query)).items();
    }
}
