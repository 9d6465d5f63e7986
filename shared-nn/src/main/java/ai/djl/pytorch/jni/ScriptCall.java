package ai.djl.pytorch.jni;

import ai.djl.pytorch.engine.PtSymbolBlock;

/**
 * Calls a TorchScript method with arguments of any kind while autograd stays on.
 *
 * <p>Lives in DJL's package because the public entry points either switch autograd off ({@code IValueUtils.runMethod}) or take
 * tensors only ({@code IValueUtils.forward}); the native call below does neither. Nothing else of Trivium may be put here.
 */
public final class ScriptCall {

    private ScriptCall() {}

    /**
     * Runs a method of a module.
     *
     * @param module the loaded module
     * @param method the method's name
     * @param arguments its arguments after {@code self}; the caller keeps ownership
     * @param recording whether autograd may record the call (it does so when the thread's gradient mode is on too)
     * @return what the method returned; the caller must close it
     */
    public static IValue run(PtSymbolBlock module, String method, IValue[] arguments, boolean recording) {
        long[] handles = new long[arguments.length];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = arguments[i].getHandle();
        }
        return new IValue(PyTorchLibrary.LIB.moduleRunMethod(module.getHandle(), method, handles, recording, false));
    }
}
