package fr.hubee.journal.seal;

import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.journal.proof.TreeHash;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The proof that one signed tree is the beginning of another one.
 *
 * @param first and {@code second} are the signed heads, JSON Web Signatures
 * @param path the consistency proof of RFC 6962 §2.1.2
 */
public record TreeConsistency(String first, String second, List<TreeHash> path, List<String> keys) {

    public String toJson() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", "hubee-journal-consistency");
        fields.put("version", 1);
        fields.put("first", first);
        fields.put("second", second);
        fields.put("path", path.stream().map(TreeHash::toString).toList());
        fields.put("keys", PublishedKeys.objects(keys));
        return JSONObjectUtils.toJSONString(fields);
    }
}
