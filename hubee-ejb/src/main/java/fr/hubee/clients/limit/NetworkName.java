package fr.hubee.clients.limit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The network of an address: a /24 for IPv4; a /64 for IPv6, which one subscriber may own. */
final class NetworkName {
    private static final int GROUPS = 8;
    private static final int KEPT = 4;

    private NetworkName() {}

    /** @param address from the servlet request, possibly IPv4 mapped to IPv6 */
    static String of(String address) {
        int dot = address.lastIndexOf('.');
        if (dot >= 0) {
            return address.substring(address.lastIndexOf(':') + 1, dot);
        }
        return address.contains(":") ? firstGroups(address) : address;
    }

    private static String firstGroups(String address) {
        var halves = address.split("%", 2)[0].split("::", 2);
        var before = groups(halves[0]);
        var after = halves.length == 1 ? List.<String>of() : groups(halves[1]);
        var skipped = Stream.generate(() -> "0").limit(GROUPS - Math.min(GROUPS, before.size() + after.size()));
        return Stream.of(before.stream(), skipped, after.stream())
                .flatMap(each -> each)
                .limit(KEPT)
                .map(group -> group.replaceFirst("^0+(?=.)", ""))
                .collect(Collectors.joining(":"));
    }

    private static List<String> groups(String text) {
        return Arrays.stream(text.split(":", -1))
                .filter(group -> !group.isEmpty())
                .toList();
    }
}
