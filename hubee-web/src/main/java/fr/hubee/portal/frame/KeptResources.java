package fr.hubee.portal.frame;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.application.ResourceWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;

/**
 * Adds a fingerprint of its content to the address of a script or stylesheet: browsers cache it for a week, and load a
 * new version at once. Registered in {@code faces-config.xml}.
 */
public class KeptResources extends ResourceHandlerWrapper {
    private final Map<String, String> known = new ConcurrentHashMap<>();

    public KeptResources(ResourceHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Resource createResource(String name) {
        return kept(super.createResource(name));
    }

    @Override
    public Resource createResource(String name, String library) {
        return kept(super.createResource(name, library));
    }

    @Override
    public Resource createResource(String name, String library, String type) {
        return kept(super.createResource(name, library, type));
    }

    private Resource kept(Resource resource) {
        return resource == null ? null : new Kept(resource);
    }

    private static String fingerprint(Resource resource) {
        try (var bytes = resource.getInputStream()) {
            var sum = new CRC32();
            sum.update(bytes.readAllBytes());
            return Long.toHexString(sum.getValue());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private final class Kept extends ResourceWrapper {

        Kept(Resource wrapped) {
            super(wrapped);
        }

        @Override
        public String getRequestPath() {
            var path = super.getRequestPath();
            var print = known.get(path);
            if (print == null) { // not computeIfAbsent: reading a stylesheet asks for the resources that it names
                print = fingerprint(getWrapped());
                known.put(path, print);
            }
            return path + (path.contains("?") ? "&" : "?") + "c=" + print;
        }
    }
}
