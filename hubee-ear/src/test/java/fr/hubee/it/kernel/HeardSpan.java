package fr.hubee.it.kernel;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A span, as a collector receives it.
 *
 * @param links the traces of the spans that it names besides its parent
 */
record HeardSpan(
        String trace, String id, String parent, String name, Map<String, String> attributes, List<String> links) {

    static HeardSpan of(ProtoMessage span) {
        var attributes = new TreeMap<String, String>();
        for (var attribute : span.messages(9)) {
            attributes.put(attribute.text(1), attribute.messages(2).get(0).only());
        }
        var links = span.messages(13).stream().map(link -> link.hex(1)).toList();
        return new HeardSpan(span.hex(1), span.hex(2), span.hex(4), span.text(5), attributes, links);
    }
}
