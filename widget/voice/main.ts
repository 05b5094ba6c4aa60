import { applyStyles } from "../ui/apply-styles";
import { RecorderView } from "./recorder-view";
import { VOICE_STYLES } from "./styles";

const styled = new WeakSet<ShadowRoot>();

window.ZhangguiVoice = {
  openRecorder(options) {
    if (!styled.has(options.root)) applyStyles(options.root, VOICE_STYLES, options.nonce);
    styled.add(options.root);
    return new RecorderView(options);
  },
};
