package fr.hubee.it.rights;

import static fr.hubee.it.rights.World.service;

import fr.hubee.watch.AlertService;
import fr.hubee.watch.WatchDelay;
import fr.hubee.watch.WatchDelayService;
import java.util.List;

/** The watchdog: the hub tells of what nobody opens, those who answer for a démarche set its delays. */
final class WatchRights {
    private static final String ADMINISTRATORS = "ADMIN NATIONAL";
    private static final String OPERATORS = "ADMIN NATIONAL BUSINESS";

    private WatchRights() {}

    static List<Right> rows() {
        return List.of(
                Right.of(
                        "AlertService.services",
                        "BATCH",
                        (world, side, caller) -> service(AlertService.class).services(null, 1)),
                Right.of(
                        "AlertService.operators",
                        "BATCH",
                        (world, side, caller) -> service(AlertService.class).operators(null, 1)),
                Right.of("AlertService.tellService", "BATCH", (world, side, caller) -> {
                    service(AlertService.class).tellService(side.town().toString());
                    return true;
                }),
                Right.of("AlertService.tellOperator", "BATCH", (world, side, caller) -> {
                    service(AlertService.class).tellOperator(side.operator().toString());
                    return true;
                }),
                Right.of(
                        "WatchDelayService.list",
                        OPERATORS,
                        (world, side, caller) ->
                                service(WatchDelayService.class).list(caller)),
                Right.of("WatchDelayService.change", OPERATORS, ADMINISTRATORS, (world, side, caller) -> {
                    service(WatchDelayService.class).change(caller, side.processCode(), new WatchDelay(4, 8));
                    return true;
                }));
    }
}
