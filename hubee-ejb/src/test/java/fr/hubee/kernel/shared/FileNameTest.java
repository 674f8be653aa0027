package fr.hubee.kernel.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demande.pdf",
                "Pièce d’identité n°1 (copie).pdf",
                "l'attestation.pdf",
                "a..b.pdf",
                ".profile",
                "...",
                "😀 👨‍👩‍👧.pdf",
                "Ελληνικά.pdf",
                "نص.pdf"
            })
    void anOrdinaryNameStays(String name) {
        assertEquals(name, FileName.harmless(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void whatNamesNothingIsCalledAFile(String name) {
        assertEquals("fichier", FileName.harmless(name));
    }

    @ParameterizedTest
    @MethodSource("misleading")
    void whatMisleadsIsReplaced(String typed, String name) {
        assertEquals(name, FileName.harmless(typed));
    }

    static Stream<Arguments> misleading() {
        return Stream.of(
                arguments("../../etc/passwd", ".._.._etc_passwd"),
                arguments("..\\boot.ini", ".._boot.ini"),
                arguments("12/2024.pdf", "12_2024.pdf"),
                arguments("a\r\nX-Bad: 1", "a__X-Bad: 1"),
                arguments("a\0b\033[2Jc\u0085d", "a_b_[2Jc_d"),
                arguments("facture_\u202Efdp.exe", "facture__fdp.exe"),
                arguments("a\u2066b\u2069c\u200Ed\u200Fe\u200Bf\u2028g", "a_b_c_d_e_f_g"));
    }

    @Test
    void noneStaysNone() {
        assertNull(FileName.harmless(null));
    }
}
