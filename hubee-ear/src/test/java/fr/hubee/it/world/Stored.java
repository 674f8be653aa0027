package fr.hubee.it.world;

import fr.hubee.kernel.shared.OrganizationKey;
import java.util.UUID;
import java.util.stream.Stream;

/** Rows of the database, which a test changes as time, another node or an operator would. */
public class Stored {
    private final String table;
    private final String key;
    private final Object value;

    private Stored(String table, String key, Object value) {
        this.table = table;
        this.key = key;
        this.value = value;
    }

    public static Case aCase(UUID id) {
        return new Case(id);
    }

    /** Returns the first case of the deposit. */
    public static Case caseOf(Deposit deposit) {
        return aCase(deposit.theCase());
    }

    public static File file(UUID id) {
        return new File(id);
    }

    /** Returns the first file of the deposit. */
    public static File fileOf(Deposit deposit) {
        return file(deposit.file());
    }

    public static Subscription subscription(UUID id) {
        return new Subscription("id", id);
    }

    public static Subscription subscription(String id) {
        return subscription(UUID.fromString(id));
    }

    /** Returns all subscriptions of the town. */
    public static Subscription subscriptionsOf(NewTown town) {
        return new Subscription("company_register", town.companyRegister());
    }

    public static Account account(UUID id) {
        return new Account(id);
    }

    /** Replaces columns, such as {@code status = ?}. */
    public void set(String columns, Object... values) {
        Database.change(
                "update " + table + " set " + columns + " where " + key + " = ?",
                Stream.concat(Stream.of(values), Stream.of(value)).toArray());
    }

    public void hasStatus(String status) {
        set("status = ?", status);
    }

    /** Raises the version that a form compares. */
    public void isChangedByAnother() {
        set("version = version + 1");
    }

    /** The part of a télédossier that one service handles. */
    public static final class Case extends Stored {
        private Case(UUID id) {
            super("cases", "id", id);
        }

        public void isClosed() {
            set("status = 'CLOSED', closed_at = now()");
        }

        public void isOfSoftware() {
            set("access_mode = 'API'");
        }

        public void wasTransmittedEarlier(int days) {
            set("transmitted_at = transmitted_at - make_interval(days => ?)", days);
        }
    }

    /** A file of a télédossier. */
    public static final class File extends Stored {
        private File(UUID id) {
            super("attachment", "id", id);
        }

        public void isDeleted() {
            hasStatus("DELETED");
        }

        public void isPurged() {
            set("status = 'DELETED', purged_at = now()");
        }
    }

    /** One subscription, or all of a town. */
    public static final class Subscription extends Stored {
        private Subscription(String key, Object value) {
            super("subscription", key, value);
        }

        public void hasAccessMode(String mode) {
            set("access_mode = ?", mode);
        }

        public void isActiveInPortal() {
            set("status = 'ACTIVE', access_mode = 'PORTAIL', activated_at = now()");
        }

        public void isDelegatedTo(OrganizationKey editor) {
            var columns = "editor_type = 'EDT', editor_company_register = ?, editor_branch_code = ?";
            set(columns, editor.companyRegister(), editor.branchCode());
        }
    }

    /** A person's account, with its sessions and its password. */
    public static final class Account extends Stored {
        private final UUID id;

        private Account(UUID id) {
            super("account", "id", id);
            this.id = id;
        }

        public void isInactive() {
            set("active = false");
        }

        /** @param names with commas */
        public void hasRoles(String names) {
            set("roles = cast(? as varchar[])", "{" + names + "}");
        }

        /** @param codes with commas */
        public void hasProcesses(String codes) {
            set("process_codes = cast(? as varchar[])", "{" + codes + "}");
        }

        public void isIdle(int minutes) {
            of("person_session").set("used_at = now() - make_interval(mins => ?)", minutes);
        }

        public void hasPasswordOf(int daysAgo) {
            of("chosen_password").set("chosen_at = now() - make_interval(days => ?)", daysAgo);
        }

        private Stored of(String table) {
            return new Stored(table, "account_id", id);
        }
    }
}
