package fr.hubee.it.trace;

import java.util.Map;
import java.util.TreeMap;

/** A span, as a collector gets it. */
record HeardSpan(String trace, String id, String parent, String name, Map<String, String> attributes) {

    static HeardSpan of(ProtoMessage span) {
        var attributes = new TreeMap<String, String>();
        for (var attribute : span.messages(9)) {
            attributes.put(attribute.text(1), attribute.messages(2).get(0).only());
        }
        return new HeardSpan(span.hex(1), span.hex(2), span.hex(4), span.text(5), attributes);
    }
}
