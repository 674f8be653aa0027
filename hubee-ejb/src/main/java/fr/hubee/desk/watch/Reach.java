package fr.hubee.desk.watch;

import fr.hubee.directory.subscription.Standing;
import fr.hubee.kernel.security.Caller;
import jakarta.persistence.Query;

/** The subscriptions that a person may see, with their télédossiers, as SQL conditions; see {@link Standing}. */
record Reach(Caller caller, Standing standing) {

    static Reach of(Caller caller) {
        return new Reach(caller, Standing.of(caller));
    }

    /** @param service the table with the key of the service */
    String condition(String service) {
        return switch (standing) {
            case NATIONAL -> "true";
            case OPERATOR -> UnopenedCases.OF_OPERATOR;
            case EDITOR ->
                "s.editor_type = :type and s.editor_company_register = :register and s.editor_branch_code = :branch";
            case SUBSCRIBER ->
                "%1$s.organization_type = :type and %1$s.company_register = :register and %1$s.branch_code = :branch"
                        .formatted(service);
        };
    }

    <Q extends Query> Q bind(Q query) {
        if (standing != Standing.NATIONAL) {
            query.setParameter("type", caller.organization().type().name())
                    .setParameter("register", caller.organization().companyRegister())
                    .setParameter("branch", caller.organization().branchCode());
        }
        return query;
    }
}
