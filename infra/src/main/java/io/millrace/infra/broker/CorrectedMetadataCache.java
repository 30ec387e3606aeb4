package io.millrace.infra.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import org.apache.kafka.metadata.LeaderConstants;

/** The bytes of Kafka's own metadata cache, with the one result corrected on its way out. */
final class CorrectedMetadataCache {
    static final String NAME = "org.apache.kafka.metadata.KRaftMetadataCache";
    private static final String METHOD = "getPartitionLeaderEndpoint";
    private static final ClassDesc OPTIONAL = ClassDesc.of("java.util.Optional");
    private static final MethodTypeDesc CORRECTION = MethodTypeDesc.of(
            OPTIONAL,
            OPTIONAL,
            ClassDesc.of("org.apache.kafka.metadata.MetadataCache"),
            ConstantDescs.CD_String,
            ConstantDescs.CD_int);

    private CorrectedMetadataCache() {}

    static byte[] bytes() {
        final var kafka = ClassFile.of();
        final var correction = ClassTransform.transformingMethodBodies(
                method -> method.methodName().equalsString(METHOD), correctResult());
        return kafka.transformClass(kafka.parse(original()), correction);
    }

    /** Before each return the found node goes through our hands, together with the cache, the topic and the partition. */
    private static CodeTransform correctResult() {
        final var ours = LeaderlessPartition.class.describeConstable().orElseThrow();
        return (code, element) -> {
            if (element instanceof ReturnInstruction) {
                code.aload(0).aload(1).iload(2).invokestatic(ours, "endpoint", CORRECTION);
            }
            code.with(element);
        };
    }

    static byte[] original() {
        final var resource = "/" + NAME.replace('.', '/') + ".class";
        try (var in = LeaderConstants.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new BrokerRefusedException(
                        "Kafka's class " + NAME + " is not on the class path; check that the Kafka jars are whole.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
