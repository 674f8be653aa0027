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

    static List<Right> rows() {
        return List.of(
                Right.of("BundleService.ask", "AGENT", "", (world, side, caller) -> {
                    bundles().ask(caller, List.of(side.theCase()));
                    return true;
                }),
                Right.of(
                        "BundleService.list",
                        PEOPLE,
                        (world, side, caller) -> bundles().list(caller)),
                Right.of(
                        "BundleService.open",
                        PEOPLE,
                        "",
                        (world, side, caller) -> bundles().open(caller, made(world, side, caller))),
                Right.of("BundleService.forget", PEOPLE, "", (world, side, caller) -> {
                    bundles().forget(caller, made(world, side, caller));
                    return true;
                }),
                Right.of(
                        "BundleSweepService.sweep",
                        "BATCH",
                        (world, side, caller) ->
                                service(BundleSweepService.class).sweep()),
                Right.of(
                        "BundleSweepService.eraseHolding",
                        "BATCH",
                        (world, side, caller) ->
                                service(BundleSweepService.class).eraseHolding(List.of())));
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
