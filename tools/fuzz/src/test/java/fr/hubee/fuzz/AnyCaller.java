package fr.hubee.fuzz;

import fr.hubee.exchange.folder.Example;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.Caller.Replaced;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** Makes people and software with any roles, also those that no account has together, and with colleagues whom they replace. */
public final class AnyCaller implements ArbitrarySupplier<Caller> {
    private static final List<String> ROLES = List.of(
            RoleNames.OSL,
            RoleNames.SI,
            RoleNames.ADMIN,
            RoleNames.DATAPASS,
            RoleNames.BATCH,
            RoleNames.PERSON,
            RoleNames.LOCAL,
            RoleNames.BUSINESS,
            RoleNames.EDITOR,
            RoleNames.READ_FOLDERS,
            RoleNames.MANAGE_FOLDERS,
            RoleNames.READ_USERS,
            RoleNames.MANAGE_USERS,
            RoleNames.READ_SUBSCRIPTIONS,
            RoleNames.MANAGE_SUBSCRIPTIONS);

    @Override
    public Arbitrary<Caller> get() {
        var codes = Arbitraries.of(Example.PROCESS, "CERTDC").set();
        var absent = Combinators.combine(Arbitraries.of(true, false), codes)
                .as((manages, hers) -> new Replaced("colleague", manages, hers));
        return Combinators.combine(
                        new AnyOrganization().get(),
                        Arbitraries.of(ROLES).set().ofMaxSize(6),
                        codes,
                        Arbitraries.of(true, false),
                        absent.list().ofMaxSize(2))
                .as((organization, roles, hers, proven, colleagues) -> new Caller(
                                "caller", organization, roles, hers, null)
                        .proven(proven ? Example.NOON : null)
                        .replacing(colleagues))
                .withoutEdgeCases();
    }

    /** Chooses an operator, a town that receives its télédossiers, and others that have nothing to do with them. */
    public static final class AnyOrganization implements ArbitrarySupplier<OrganizationKey> {

        @Override
        public Arbitrary<OrganizationKey> get() {
            return Arbitraries.of(
                    Example.OPERATOR,
                    Example.TOWN,
                    Example.VILLAGE,
                    new OrganizationKey(OrganizationType.OSL, "99000002800015", "00000"),
                    new OrganizationKey(OrganizationType.EDT, "99000101800011", "99101"));
        }
    }
}
