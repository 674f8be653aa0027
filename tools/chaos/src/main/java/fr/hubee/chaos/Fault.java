package fr.hubee.chaos;

import fr.hubee.chaos.FickleStore.Mood;
import fr.hubee.launcher.FickleLine;
import fr.hubee.launcher.FickleLine.Way;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A way in which a part fails.
 *
 * @param target the part: two faults of one part do not meet
 * @param size of a small one there are many, and several may meet; one that restarts something comes alone, and less often
 * @param needs without which it is left out
 * @param end recovery begins after it
 */
record Fault(String name, String target, Size size, boolean hitsANode, Set<Need> needs, Act begin, Act end) {
    /** The beginning or the end of a fault. */
    interface Act {
        void on(Hub hub, int node) throws IOException, InterruptedException, SQLException;
    }

    private interface LineAct {
        void on(FickleLine line) throws IOException, InterruptedException;
    }

    enum Size {
        SMALL,
        LARGE
    }

    /** The release before is drained, and this one is started in its place; comes once for each node. */
    static final Fault UPGRADE = node(
            "upgrade-node",
            Size.LARGE,
            Set.of(),
            (hub, node) -> hub.node(node).drainAndStop(),
            (hub, node) -> hub.node(node).upgrade());

    private static final int HOUR = 3600;

    static List<Fault> all() {
        var all = new ArrayList<Fault>();
        for (var line : Line.values()) {
            all.addAll(ofLine(line));
        }
        all.addAll(ofNode());
        all.addAll(ofDatabases());
        all.addAll(ofOthers());
        return List.copyOf(all);
    }

    private static List<Fault> ofLine(Line line) {
        LineAct open = FickleLine::revive;
        return List.of(
                on(line, "cut", FickleLine::cut, FickleLine::mend),
                on(line, "break", FickleLine::breakOff, open),
                on(line, "silence", FickleLine::goDead, open),
                on(line, "slow", each -> each.set(Way.SLOW, Way.SLOW), open),
                on(line, "hold-requests-to", each -> each.set(Way.HELD, Way.OPEN), open),
                on(line, "hold-answers-of", each -> each.set(Way.OPEN, Way.HELD), open),
                on(line, "lose-answers-of", each -> each.set(Way.OPEN, Way.LOST), open),
                on(line, "halve-answers-of", each -> each.set(Way.OPEN, Way.HALVED), open));
    }

    private static Fault on(Line line, String verb, LineAct begin, LineAct end) {
        return new Fault(
                verb + "-" + line,
                "line to " + line,
                Size.SMALL,
                true,
                line.needs(),
                onLines(line, begin),
                onLines(line, end));
    }

    private static Act onLines(Line line, LineAct act) {
        return (hub, node) -> {
            for (var each : hub.node(node).lines(line)) {
                act.on(each);
            }
        };
    }

    private static List<Fault> ofNode() {
        return List.of(
                node(
                        "kill-node",
                        Size.LARGE,
                        Set.of(),
                        (hub, node) -> hub.node(node).kill(),
                        (hub, node) -> hub.node(node).start()),
                node(
                        "drain-node",
                        Size.LARGE,
                        Set.of(),
                        (hub, node) -> hub.node(node).drainAndStop(),
                        (hub, node) -> hub.node(node).start()),
                node(
                        "stop-node",
                        Size.SMALL,
                        Set.of(),
                        (hub, node) -> hub.node(node).signal("STOP"),
                        (hub, node) -> hub.node(node).signal("CONT")),
                node(
                        "fill-logs",
                        Size.SMALL,
                        Set.of(Need.DISKS),
                        (hub, node) -> hub.node(node).logs().fill(0),
                        (hub, node) -> hub.node(node).logs().empty()),
                part(
                        "advance-clock",
                        "clock",
                        Size.SMALL,
                        Set.of(Need.CLOCK),
                        hub -> hub.moveClock(HOUR),
                        hub -> hub.moveClock(0)),
                part(
                        "set-back-clock",
                        "clock",
                        Size.SMALL,
                        Set.of(Need.CLOCK),
                        hub -> hub.moveClock(-HOUR),
                        hub -> hub.moveClock(0)));
    }

    private static List<Fault> ofDatabases() {
        return List.of(
                part(
                        "kill-database",
                        "database",
                        Size.LARGE,
                        Set.of(),
                        hub -> hub.databases().killPrimary(),
                        Hub::startDatabases),
                part(
                        "stop-database",
                        "database",
                        Size.LARGE,
                        Set.of(),
                        hub -> hub.databases().primary().stop(),
                        Hub::startDatabases),
                part(
                        "fail-over",
                        "database",
                        Size.LARGE,
                        Set.of(),
                        hub -> hub.databases().killPrimary(),
                        hub -> hub.databases().promote()),
                part(
                        "kill-standby",
                        "database",
                        Size.LARGE,
                        Set.of(),
                        hub -> hub.databases().standby().kill(),
                        Hub::startDatabases),
                part("kill-both-databases", "database", Size.LARGE, Set.of(), Hub::killDatabases, Hub::startDatabases),
                part(
                        "fill-database",
                        "database",
                        Size.LARGE,
                        Set.of(Need.DISKS),
                        Hub::fillDatabase,
                        Hub::makeRoomForDatabase),
                part(
                        "freeze-database",
                        "database",
                        Size.SMALL,
                        Set.of(),
                        hub -> hub.signalDatabase("STOP"),
                        hub -> hub.signalDatabase("CONT")));
    }

    private static List<Fault> ofOthers() {
        return List.of(
                part(
                        "kill-proxy",
                        "proxy",
                        Size.SMALL,
                        Set.of(),
                        hub -> hub.proxy().crash(),
                        hub -> {}),
                part(
                        "reload-proxy",
                        "proxy",
                        Size.SMALL,
                        Set.of(),
                        hub -> hub.proxy().reload(),
                        hub -> {}),
                part(
                        "freeze-proxy",
                        "proxy",
                        Size.SMALL,
                        Set.of(),
                        hub -> Hub.signal("STOP", hub.proxy().pid()),
                        hub -> Hub.signal("CONT", hub.proxy().pid())),
                part("kill-scanner", "scanner", Size.SMALL, Set.of(Need.SCANNER), Hub::stopScanner, Hub::startScanner),
                part(
                        "freeze-scanner",
                        "scanner",
                        Size.SMALL,
                        Set.of(Need.SCANNER),
                        hub -> hub.signalScanner("STOP"),
                        hub -> hub.signalScanner("CONT")),
                part(
                        "fill-files",
                        "files",
                        Size.SMALL,
                        Set.of(Need.DISKS, Need.FOLDER),
                        hub -> hub.files().fill(0),
                        hub -> hub.files().empty()),
                part(
                        "freeze-store",
                        "store",
                        Size.SMALL,
                        Set.of(Need.MOCK),
                        hub -> Hub.signal("STOP", hub.store().pid()),
                        hub -> Hub.signal("CONT", hub.store().pid())),
                inMood("refusing-store", Mood.REFUSING),
                inMood("full-store", Mood.FULL),
                inMood("lying-store", Mood.LYING),
                ofCeph(
                        "kill-gateway",
                        hub -> hub.ceph().kill(CephStore.Part.GATEWAY),
                        hub -> hub.ceph().start(CephStore.Part.GATEWAY)),
                frozen("freeze-gateway", CephStore.Part.GATEWAY),
                ofCeph(
                        "kill-store-disk",
                        hub -> hub.ceph().kill(CephStore.Part.DISK),
                        hub -> hub.ceph().start(CephStore.Part.DISK)),
                frozen("freeze-store-disk", CephStore.Part.DISK));
    }

    private static Fault ofCeph(String name, PartAct begin, PartAct end) {
        return part(name, "store", Size.SMALL, Set.of(Need.CEPH), begin, end);
    }

    private static Fault frozen(String name, CephStore.Part part) {
        return ofCeph(
                name,
                hub -> Hub.signal("STOP", hub.ceph().pid(part)),
                hub -> Hub.signal("CONT", hub.ceph().pid(part)));
    }

    private static Fault inMood(String name, Mood mood) {
        return part(
                name,
                "store",
                Size.SMALL,
                Set.of(Need.MOCK),
                hub -> hub.store().feel(mood),
                hub -> hub.store().feel(Mood.HONEST));
    }

    private static Fault node(String name, Size size, Set<Need> needs, Act begin, Act end) {
        return new Fault(name, "node", size, true, needs, begin, end);
    }

    private interface PartAct {
        void on(Hub hub) throws IOException, InterruptedException, SQLException;
    }

    private static Fault part(String name, String target, Size size, Set<Need> needs, PartAct begin, PartAct end) {
        return new Fault(name, target, size, false, needs, (hub, node) -> begin.on(hub), (hub, node) -> end.on(hub));
    }

    @Override
    public String toString() {
        return name;
    }
}
