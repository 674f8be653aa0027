package fr.hubee.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** A skin as {@code docs/skin.md} describes; its colours are seen on pages whose root has the class {@code plain}. */
final class TestSkin {
    private static final String FOLDER = "META-INF/resources/hubee-skin/";
    /** A file whose address has the same hash code as that of skin.css: both collide in a map keyed by address. */
    private static final String IMPORTED = "tLin.css";

    private static final String SHEET = """
            @import url("#{resource['hubee-skin:%s']}");
            :root { --skin-of-the-tests: url("#{resource['hubee-skin:picture.svg']}"); }
            """.formatted(IMPORTED);

    private TestSkin() {}

    static EnterpriseArchive addTo(EnterpriseArchive ear) {
        var skin = ShrinkWrap.create(JavaArchive.class, "test-skin.jar")
                .add(new StringAsset(SHEET), FOLDER + "skin.css")
                .add(new StringAsset(":root { --imported-by-the-skin: yes; }" + plain()), FOLDER + IMPORTED)
                .add(new StringAsset("<svg xmlns='http://www.w3.org/2000/svg'/>"), FOLDER + "picture.svg");
        return ear.addAsLibrary(skin);
    }

    private static String plain() {
        try (var sheet = TestSkin.class.getResourceAsStream("/plain-skin.css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8).replace(":root", ":root.plain");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
