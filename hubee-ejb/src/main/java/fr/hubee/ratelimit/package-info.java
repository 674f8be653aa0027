/** How often whoever calls may call: software that is known, far above its need; strangers that fail, rarely. */
package fr.hubee.ratelimit;
