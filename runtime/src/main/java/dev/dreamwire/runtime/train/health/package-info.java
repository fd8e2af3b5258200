/** Notices while a model is trained what goes wrong with it, and names the remedy. */
package dev.dreamwire.runtime.train.health;
