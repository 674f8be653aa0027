package fr.hubee.api.http;

import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import java.lang.annotation.ElementType;

/** Limits validation to JSON, never entities: Jakarta Persistence is not asked whether a property is loaded. */
public class AllTraversable implements TraversableResolver {

    @Override
    public boolean isReachable(Object owner, Path.Node property, Class<?> root, Path path, ElementType type) {
        return true;
    }

    @Override
    public boolean isCascadable(Object owner, Path.Node property, Class<?> root, Path path, ElementType type) {
        return true;
    }
}
