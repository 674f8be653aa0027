package fr.hubee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

    @Test
    void aPlainNameStaysPlain() {
        assertEquals(
                "attachment; filename=\"demande.pdf\"; filename*=UTF-8''demande.pdf",
                ContentDisposition.attachment("demande.pdf"));
    }

    @Test
    void accentsAndSpacesArriveInTheSecondForm() {
        assertEquals(
                "attachment; filename=\"pi_ce identit_.pdf\"; filename*=UTF-8''pi%C3%A8ce%20identit%C3%A9.pdf",
                ContentDisposition.attachment("pièce identité.pdf"));
    }

    @Test
    void aQuoteDoesNotEndTheName() {
        assertEquals(
                "attachment; filename=\"a_; x=_b\"; filename*=UTF-8''a%22%3B%20x%3D%22b",
                ContentDisposition.attachment("a\"; x=\"b"));
    }

    @Test
    void aPercentIsNotReadAsACode() {
        assertEquals(
                "attachment; filename=\"100_41\"; filename*=UTF-8''100%2541", ContentDisposition.attachment("100%41"));
    }

    @Test
    void aNameIsNoPath() {
        assertEquals(
                "attachment; filename=\".._.._etc_passwd\"; filename*=UTF-8''.._.._etc_passwd",
                ContentDisposition.attachment("../..\\etc/passwd"));
    }

    @Test
    void aLineBreakDoesNotBeginAnotherHeader() {
        assertEquals(
                "attachment; filename=\"a__Set-Cookie: b_c\"; filename*=UTF-8''a__Set-Cookie%3A%20b_c",
                ContentDisposition.attachment("a\r\nSet-Cookie: b\u007fc"));
    }

    @Test
    void anEmojiIsOneCharacter() {
        assertEquals(
                "attachment; filename=\"_.pdf\"; filename*=UTF-8''%F0%9F%93%84.pdf",
                ContentDisposition.attachment("\uD83D\uDCC4.pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "漢", "'", "*", "(", "&", "!"})
    void aNameOf255CharactersArrivesWhole(String letter) {
        var name = letter.repeat(255);

        var header = ContentDisposition.attachment(name);

        assertTrue(header.chars().allMatch(c -> c >= ' ' && c < 0x7F), header);
        var encoded = header.substring(header.indexOf("UTF-8''") + 7);
        assertEquals(name, URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
    }
}
