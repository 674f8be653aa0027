package fr.hubee.it.world;

import fr.hubee.it.AsCaller;
import fr.hubee.it.InTransaction;
import fr.hubee.it.Sql;
import fr.hubee.journal.audit.AuditLine;
import fr.hubee.journal.audit.AuditQuery;
import fr.hubee.journal.audit.AuditService;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.account.Role;
import fr.hubee.people.password.PasswordLink.LinkPurpose;
import fr.hubee.people.signin.MailSecrets;
import fr.hubee.people.signin.SignInService;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Lets people sign in: invites them, sets their passwords, and gives their links, codes and entries of the journal. */
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

    /** Returns a person with an account and no password yet. */
    public KnownAccount invited() throws Exception {
        return of(NewTown.fresh().registered(), ActorType.AGENT);
    }

    /** Returns the same for a person who will manage accounts. */
    public KnownAccount invitedAdministrator() throws Exception {
        return of(NewTown.fresh().registered(), ActorType.LOCAL_ADMINISTRATOR);
    }

    public KnownAccount agent() throws Exception {
        return withPassword(invited());
    }

    /** Returns a signed-in person who only reads the télédossiers of the démarche EtatCivil. */
    public Caller reader(NewTown town, String firstName) throws Exception {
        return NewPerson.ada(town.organizationKey(), ActorType.AGENT)
                .named(firstName, "Lovelace")
                .roles(Set.of(Role.READ_FOLDERS))
                .reaching("EtatCivil")
                .in(database)
                .caller(HERE);
    }

    /** Returns an administrator, who needs a second factor. */
    public KnownAccount administrator() throws Exception {
        return withPassword(invitedAdministrator());
    }

    /** Returns a person of that town with an account and no password yet. */
    public KnownAccount of(NewTown town, ActorType type) throws Exception {
        return NewPerson.ada(town.organizationKey(), type).in(database);
    }

    public KnownAccount administratorOf(NewTown town) throws Exception {
        return withPassword(of(town, ActorType.LOCAL_ADMINISTRATOR));
    }

    public KnownAccount withPassword(KnownAccount person) throws Exception {
        signIn.choosePassword(link(person), PASSWORD, HERE);
        return person;
    }

    public String link(KnownAccount person) throws Exception {
        return inTransaction.call(() -> secrets.link(person.id(), LinkPurpose.RESET));
    }

    /** Returns the code of her latest sign-in. */
    public String code(KnownAccount person) throws Exception {
        var step = sql().one("select id from sign_in_step where account_id = ? order by id desc limit 1", person.id());
        return inTransaction.call(() -> secrets.code((UUID) step));
    }

    /** Returns the entries about her, the newest first. */
    public List<AuditLine> journal(KnownAccount person) throws Exception {
        var query = new AuditQuery(null, null, null, person.id().toString(), null, null, 0, 100);
        return AsCaller.call(Set.of(RoleNames.ADMIN), () -> audit.page(query)).items();
    }
}
