package fr.hubee.portal.frame;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls the method of {@code #{line.status()}}, which has no parameters and belongs to a public class, and remembers it: the resolver of the
 * standard compares all methods of the class at each call. Registered in {@code faces-config.xml}.
 */
public class KnownMethods extends ELResolver {
    private static final ClassValue<Map<String, Method>> KNOWN = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Modifier.isPublic(type.getModifiers()) ? methods(type) : Map.of();
        }
    };

    private static Map<String, Method> methods(Class<?> type) {
        return Stream.of(type.getMethods())
                .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                .collect(Collectors.toMap(Method::getName, method -> method, KnownMethods::narrower));
    }

    /** Returns the method itself rather than the bridge to it. */
    private static Method narrower(Method one, Method other) {
        return one.isBridge() ? other : one;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] values) {
        var method = base == null || (values != null && values.length > 0)
                ? null
                : KNOWN.get(base.getClass()).get(String.valueOf(name));
        if (method == null) {
            return null;
        }
        try {
            var answer = method.invoke(base);
            context.setPropertyResolved(base, name);
            return answer;
        } catch (IllegalAccessException refused) {
            return null; // in a package of its own module: the resolver of the standard finds its interface
        } catch (InvocationTargetException failure) {
            throw new ELException(failure.getCause());
        }
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // it has no properties
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}
