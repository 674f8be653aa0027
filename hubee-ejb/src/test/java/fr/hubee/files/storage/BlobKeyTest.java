package fr.hubee.files.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobKeyTest {

    @Test
    void aFreshKeyNamesItsBackendAndNothingElse() {
        assertTrue(BlobKey.fresh("fs").value().matches("fs-[0-9a-f]{32}"));
        assertNotEquals(BlobKey.fresh("fs"), BlobKey.fresh("fs"));
    }

    @Test
    void aKeyReadBackIsTheSame() {
        var key = BlobKey.fresh("s3");

        assertEquals(key, new BlobKey(key.value()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fs",
                "../../../etc/passwd",
                "fs-../../../../etc/passwd00000000000",
                "fs-0123456789abcdef0123456789abcdef/..",
                "fs-../../../../../../../../../../..",
                "fs-0123456789abcdef0123456789abcde",
                "fs-0123456789ABCDEF0123456789ABCDEF",
                "-0123456789abcdef0123456789abcdef",
                "fs-0123456789abcdef0123456789abcdef\n"
            })
    void nothingElseBecomesAPath(String text) {
        assertThrows(IllegalArgumentException.class, () -> new BlobKey(text));
    }
}
