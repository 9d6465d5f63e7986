/**
 * Files that hold tensors: safetensors, and the model file {@code .trivium} built on it.
 *
 * <p>A {@link dev.trivium.nn.artifact.ModelFile} is one zip whose entries are stored without compression, so weights can be mapped into
 * memory where they lie and nothing can inflate:
 *
 * <pre>
 * manifest.json        format version, kind, size and SHA-256 of the other entries, every tensor's name, type, shape, SHA-256
 * spec.json            what was built: the model's settings
 * preprocessing.json   what the data went through before the model: scales, names, units, time axis
 * provenance.json      where it came from: versions, Java, system, seed, data hash, metrics
 * training.json        only in a checkpoint: step, schedule, random state
 * weights.safetensors  the tensors
 * </pre>
 *
 * <p>Reading is strict. Whatever is not exactly as {@link dev.trivium.nn.artifact.ModelFile} writes it is refused with a
 * {@link dev.trivium.nn.artifact.ModelFileException} that names the file, the entry and the rule; nothing is repaired or ignored.
 * Writing is atomic and deterministic: equal contents give equal bytes. No object is ever deserialised: JSON becomes maps, lists,
 * strings, numbers and booleans; weights become arrays.
 *
 * <p>Nothing here knows the tensor engine. {@code docs/model-file.md} describes the format for readers in other languages.
 */
@NullMarked
package dev.trivium.nn.artifact;

import org.jspecify.annotations.NullMarked;
