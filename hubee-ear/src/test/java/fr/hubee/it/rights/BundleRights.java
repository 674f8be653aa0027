package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.desk.bundle.BundleService;
import fr.hubee.desk.bundle.BundleSweepService;
import fr.hubee.it.desk.MadeBundle;
import fr.hubee.kernel.security.Caller;
import fr.hubee.people.account.ActorType;
import java.util.List;
import java.util.UUID;

/** Rights on ZIPs: each person has her own, of télédossiers that she works with. */
final class BundleRights {
    private static final String PEOPLE = "NATIONAL AGENT";

    private BundleRights() {}

    static void add(RightsTable rights) {
        var bundle = rights.to(BundleService.class);
        bundle.method("ask", "AGENT", "").runs((it, caller, side) -> bundles().ask(caller, List.of(side.theCase())));
        bundle.method("list", PEOPLE).returns((it, caller, side) -> bundles().list(caller));
        bundle.method("open", PEOPLE, "")
                .returns((it, caller, side, world) -> bundles().open(caller, made(world, side, caller)));
        bundle.method("forget", PEOPLE, "")
                .runs((it, caller, side, world) -> bundles().forget(caller, made(world, side, caller)));

        var sweep = rights.to(BundleSweepService.class);
        sweep.method("sweep", "BATCH").returns((it, caller, side) -> it.sweep());
        sweep.method("erase", "BATCH " + PEOPLE).returns((it, caller, side) -> it.erase());
        sweep.method("eraseHolding", "BATCH").returns((it, caller, side) -> it.eraseHolding(List.of()));
    }

    private static BundleService bundles() {
        return service(BundleService.class);
    }

    /** Makes a ZIP, hers or somebody else's. */
    private static UUID made(World world, Side side, Caller caller) throws Exception {
        return service(MadeBundle.class).emptyOf(side.equals(world.own()) ? caller : another(world, caller));
    }

    private static Caller another(World world, Caller caller) {
        var agent = world.person(ActorType.AGENT);
        return agent.name().equals(caller.name()) ? world.person(ActorType.NATIONAL_ADMINISTRATOR) : agent;
    }
}
